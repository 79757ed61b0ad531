import Link from "next/link";
import { Empty } from "@/components/ui/empty";
import { isSuspendedHere } from "@/lib/api/page-actor";

export default async function Forbidden() {
  if (await isSuspendedHere()) return <Suspended />;
  return (
    <main className="mx-auto max-w-xl p-6">
      <h1 className="sr-only">Your role does not allow this</h1>
      <Empty title="Your role does not allow this" action={<Link href="/">To the start page</Link>}>
        None of your roles in this laboratory opens this page. An administrator can give you one that does.
      </Empty>
    </main>
  );
}

/** At the address of a laboratory that operators have suspended, whatever page was asked for. */
function Suspended() {
  return (
    <main className="mx-auto max-w-xl p-6">
      <h1 className="sr-only">This laboratory is suspended</h1>
      <Empty title="This laboratory is suspended">
        Nobody can work here now. Its records are kept as they are. Ask whoever runs this installation.
      </Empty>
    </main>
  );
}

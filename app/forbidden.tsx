import Link from "next/link";
import { Empty } from "@/components/ui/empty";

export default function Forbidden() {
  return (
    <main className="mx-auto max-w-xl p-6">
      <h1 className="sr-only">Your role does not allow this</h1>
      <Empty title="Your role does not allow this" action={<Link href="/">To the start page</Link>}>
        None of your roles in this laboratory opens this page. An administrator can give you one that does.
      </Empty>
    </main>
  );
}

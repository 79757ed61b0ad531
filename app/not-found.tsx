import Link from "next/link";
import { Empty } from "@/components/ui/empty";

export default function NotFound() {
  return (
    <main className="mx-auto max-w-xl p-6">
      <h1 className="sr-only">Nothing is here</h1>
      <Empty title="Nothing is here" action={<Link href="/">To the start page</Link>}>
        The address is not right, or the record is not one that you can see. Check how it is spelt.
      </Empty>
    </main>
  );
}

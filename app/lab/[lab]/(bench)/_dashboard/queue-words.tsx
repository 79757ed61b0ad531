import Link from "next/link";

type Queue = { data: readonly unknown[]; waiting: number; isCapped: boolean };

/** The way to the whole queue, where more waits than is shown. */
export function AllOf({ queue, href }: { queue: Queue; href: string }) {
  if (queue.waiting <= queue.data.length) return null;
  return (
    <p className="mt-2.5">
      <Link href={href}>{queue.isCapped ? "Show all of them" : `Show all ${queue.waiting}`}</Link>
    </p>
  );
}

/** How many are late, in words. */
export function Overdue({ count }: { count: number }) {
  if (count === 0) return null;
  return <span className="font-medium whitespace-nowrap text-warn">{count} past their turnaround</span>;
}

import { ChevronLeft, ChevronRight } from "lucide-react";
import { buttonClass, LinkButton } from "./button";

type PagingProps = {
  shown: number;
  /** Address of the rows before these; absent on the first page. */
  newer?: string | undefined;
  /** Address of the rows after these; absent on the last page. */
  older?: string | undefined;
  /** Other words where time is not the order. */
  words?: { newer: string; older: string };
};

/** What is shown and whether more follow. No totals: they would have to be counted. */
export function Paging({ shown, newer, older, words = { newer: "Newer", older: "Older" } }: PagingProps) {
  if (!newer && !older) {
    return (
      <p className="py-3.5 text-ink-3">
        {shown === 1 ? "1 shown, that is all" : `${shown} shown, that is all`}
      </p>
    );
  }
  return (
    <nav aria-label="Pages" className="flex flex-wrap items-center gap-2 py-3.5">
      <p className="me-auto text-ink-2">
        {shown} shown{older ? ", more follow" : ", no more follow"}
      </p>
      <Step href={newer}>
        <ChevronLeft aria-hidden="true" />
        {words.newer}
      </Step>
      <Step href={older}>
        {words.older}
        <ChevronRight aria-hidden="true" className="ms-0! -me-1" />
      </Step>
    </nav>
  );
}

function Step({ href, children }: { href: string | undefined; children: React.ReactNode }) {
  if (href) return <LinkButton href={href}>{children}</LinkButton>;
  return (
    <span
      aria-disabled="true"
      className={buttonClass({ look: "plain", size: undefined, square: undefined, wide: undefined })}
    >
      {children}
    </span>
  );
}

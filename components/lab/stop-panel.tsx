import { OctagonX } from "lucide-react";
import type { ReactNode, Ref } from "react";

type StopPanelProps = {
  /** "Rejected tube. Do not use it." */
  title: string;
  /** What it is and what to do with it, in a sentence or two. */
  children: ReactNode;
  /** To compare with the tube: type, cap, MRN, birth date. No name: the screen faces the room. */
  meta?: ReactNode;
  /** How it is acknowledged: a button that says its key. Never by Enter, because scanners send Enter. */
  action: ReactNode;
  ref?: Ref<HTMLElement>;
};

/** A refused tube. One of the two solid red surfaces there are. */
export function StopPanel({ title, children, meta, action, ref }: StopPanelProps) {
  return (
    <section
      ref={ref}
      role="alert"
      className="grid grid-cols-[112px_minmax(0,1fr)] overflow-hidden rounded-md border-2 border-danger bg-danger-tint max-md:grid-cols-1"
    >
      <p
        className="grid place-content-center place-items-center gap-1.5 text-lg font-loud tracking-[0.08em] text-flag-on-critical max-md:grid-flow-col max-md:gap-3 max-md:p-2.5"
        style={{ background: HATCH }}
      >
        <OctagonX aria-hidden="true" className="size-13 max-md:size-9" />
        STOP
      </p>
      <div className="px-5 pt-4 pb-4.5 max-md:px-3.5 max-md:py-3">
        <h2 className="text-xl leading-7.5 max-md:text-lg">{title}</h2>
        <div className="mt-1 text-md">{children}</div>
        {meta && <div className="mt-2 text-ink-2">{meta}</div>}
        <div className="mt-3 flex flex-wrap items-center gap-2">{action}</div>
      </div>
    </section>
  );
}

// Hatched, so that it is more than a colour.
const HATCH =
  "repeating-linear-gradient(135deg, var(--color-flag-critical) 0 14px, color-mix(in oklab, var(--color-flag-critical) 84%, black) 14px 28px)";

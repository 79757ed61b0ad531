import type { ReactNode } from "react";

type PageHeadProps = {
  /** Leads with a sentence where there is one to say: "Seven samples wait for your verification". */
  title: ReactNode;
  /** Beside the title: state and tags of the thing the page is about. */
  marks?: ReactNode;
  /** Under the title: what and when, in one line. */
  note?: ReactNode;
  /** At the end: the one primary button, and few others. */
  actions?: ReactNode;
  /** `lead` for the sentence of a start page. */
  size?: "normal" | "lead";
};

export function PageHead({ title, marks, note, actions, size = "normal" }: PageHeadProps) {
  return (
    <header className="mb-6 flex flex-wrap items-start gap-x-4 gap-y-3 max-md:mb-4">
      <div className="min-w-0 flex-1 basis-72">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h1
            className={
              size === "lead" ? "text-xl text-balance max-md:text-[1.25rem] max-md:leading-6.5" : "text-lg"
            }
          >
            {title}
          </h1>
          {marks}
        </div>
        {note && <div className="mt-1 max-w-[80ch] text-ink-2">{note}</div>}
      </div>
      {actions && <div className="flex flex-wrap items-center gap-2 print:hidden">{actions}</div>}
    </header>
  );
}

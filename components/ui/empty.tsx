import type { ReactNode } from "react";

type EmptyProps = {
  /** What there is none of: "No critical call is open". */
  title: string;
  /** What would be here, and what makes it come. */
  children?: ReactNode;
  /** What to do about it. */
  action?: ReactNode;
};

export function Empty({ title, children, action }: EmptyProps) {
  return (
    <div className="grid justify-items-start gap-1 rounded-md border border-dashed border-line-strong p-6 max-md:p-4">
      <p className="text-base font-strong">{title}</p>
      {children && <p className="max-w-[68ch] text-ink-2">{children}</p>}
      {action && <div className="mt-2">{action}</div>}
    </div>
  );
}

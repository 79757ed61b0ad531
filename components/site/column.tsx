import type { ReactNode } from "react";

/** A page of words and forms between header and footer, as wide as the header. */
export function Column({ children }: { children: ReactNode }) {
  return <div className="mx-auto w-full max-w-310 px-8 pt-8 pb-16 max-md:px-4 max-md:pt-4">{children}</div>;
}

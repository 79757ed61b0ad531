import type { ReactNode } from "react";
import { AuthArt } from "./auth-art";
import { DemoNotice } from "./demo-tag";
import { LabTile, ProductMark } from "./mark";

type AuthFrameProps = {
  /** Whose door this is; absent for the product's own (sign-up, operators, the portal). */
  laboratory?: { name: string; line?: string | null; logo?: string | null } | undefined;
  /** The product's name and line, where there is no laboratory. */
  product?: { name: string; line: string };
  title: string;
  /** Beside the title: the host, so that people see where they are. */
  host?: string;
  demonstration?: boolean;
  /** Under the form: other doors. */
  footer?: ReactNode;
  children: ReactNode;
};

const PRODUCT = { name: "MedVuno LIMS", line: "Your laboratory, from order to report" };

/** The door: the laboratory's panel at the side, the form before you. The only place its colour fills a button. */
export function AuthFrame({
  laboratory,
  product = PRODUCT,
  title,
  host,
  demonstration,
  footer,
  children,
}: AuthFrameProps) {
  return (
    <div className="grid min-h-dvh grid-cols-[minmax(0,5fr)_minmax(0,7fr)] max-md:grid-cols-1 max-md:grid-rows-[auto_1fr]">
      <header className="relative overflow-hidden bg-tenant-panel p-10 text-tenant-on-panel max-md:p-4">
        <div className="flex items-center gap-3.5">
          {laboratory ? (
            <LabTile name={laboratory.name} logo={laboratory.logo} size="large" inverted />
          ) : (
            <ProductMark className="size-10 max-md:size-8" />
          )}
          <p className="min-w-0 text-lg leading-6 font-strong">
            {laboratory?.name ?? product.name}
            <span className="block text-sm leading-4.5 font-normal tracking-normal">
              {laboratory ? laboratory.line : product.line}
            </span>
          </p>
        </div>
        <AuthArt />
      </header>
      <main
        id="main"
        className="grid place-items-center px-6 py-10 max-md:place-items-start max-md:px-4 max-md:py-7"
      >
        <div className="mx-auto grid w-full max-w-88 gap-4.5">
          <h1 className="text-xl">
            {title}
            {host && <span className="ms-1.5 text-sm font-normal tracking-normal text-ink-3">{host}</span>}
          </h1>
          {children}
          {demonstration && <DemoNotice />}
          {footer && <div className="text-xs text-ink-3">{footer}</div>}
        </div>
      </main>
    </div>
  );
}

/** "or", between two ways in. */
export function Or() {
  return (
    <p className="grid grid-cols-[1fr_auto_1fr] items-center gap-2.5 text-xs text-ink-3 before:border-t before:border-line after:border-t after:border-line">
      or
    </p>
  );
}

import type { ReactNode } from "react";
import { PageLink } from "../ui/page-link";
import { FindPlace } from "./find-place";

export type Crumb = { label: ReactNode; href?: string };

type TopBarProps = {
  /** The way here; the last one is this page. */
  crumbs: readonly Crumb[];
  /** Off where the page itself finds: the scan station, a list that is searched. */
  find?: boolean;
  children?: ReactNode;
};

/** Where this is, and the field that finds everything else. */
export function TopBar({ crumbs, find = true, children }: TopBarProps) {
  return (
    <header className="sticky top-0 z-10 flex h-12 items-center gap-3 border-b border-line bg-surface px-6 group-data-demo/shell:pe-36 max-md:ps-13.5 max-md:pe-4 group-data-demo/shell:max-md:pe-31 print:hidden">
      <nav aria-label="Breadcrumb" className="me-auto min-w-0">
        <ol className="flex items-center gap-2 whitespace-nowrap">
          {crumbs.map(({ label, href }, index) =>
            href ? (
              <li key={href} className="flex items-center gap-2 max-md:hidden">
                <PageLink href={href} className="text-ink-3 no-underline hover:text-ink">
                  {label}
                </PageLink>
                <span aria-hidden="true" className="text-ink-3">
                  /
                </span>
              </li>
            ) : (
              // biome-ignore lint/suspicious/noArrayIndexKey: the last crumb has no address, its place is its key
              <li key={index} aria-current="page" className="truncate font-medium">
                {label}
              </li>
            ),
          )}
        </ol>
      </nav>
      {children && <div className="flex items-center gap-2 max-md:hidden">{children}</div>}
      {find && <FindPlace />}
    </header>
  );
}

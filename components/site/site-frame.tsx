import type { ReactNode } from "react";
import { DemoTag } from "../lab/demo-tag";
import { ProductMark } from "../lab/mark";
import { NavLink } from "../lab/nav-link";
import { LinkButton } from "../ui/button";
import { PageLink } from "../ui/page-link";
import { ThemeToggle } from "../ui/theme-toggle";

export type SiteLink = { href: string; label: string };

type SiteFrameProps = {
  /** Beside the mark: "MedVuno LIMS", "MedVuno Learn". */
  brand?: string;
  links: readonly SiteLink[];
  /** The one door that is a button. */
  action?: SiteLink;
  /** Links at the foot: documentation, status, security. */
  foot?: readonly SiteLink[];
  demonstration?: boolean;
  /** Over the whole width (the landing page), or a column of text and forms. */
  width?: "full" | "column";
  children: ReactNode;
};

/** Header and footer of the root host and the portal: the product's places, no laboratory's colour. */
export function SiteFrame({
  brand = "MedVuno LIMS",
  links,
  action,
  foot = [],
  demonstration,
  width = "column",
  children,
}: SiteFrameProps) {
  return (
    <div className="flex min-h-dvh flex-col">
      <a
        href="#main"
        className="sr-only rounded-md bg-raised px-3 py-2 shadow-pop focus:not-sr-only focus:fixed focus:start-2 focus:top-2 focus:z-60"
      >
        Skip to the page
      </a>
      <header
        className={`${column} flex min-h-16 flex-wrap items-center gap-x-6 gap-y-1 py-2 text-base print:hidden`}
      >
        <PageLink
          href="/"
          className="me-auto flex items-center gap-2.5 text-md font-strong whitespace-nowrap text-ink no-underline"
        >
          <ProductMark />
          {brand}
        </PageLink>
        {demonstration && <DemoTag />}
        <nav aria-label="Main" className="max-md:order-last max-md:w-full max-md:overflow-x-auto">
          <ul className="flex items-center gap-6">
            {links.map(({ href, label }) => (
              <li key={href}>
                <NavLink
                  href={href}
                  className="flex items-center whitespace-nowrap text-ink-2 no-underline hover:text-ink aria-[current]:font-medium aria-[current]:text-ink max-md:h-11"
                >
                  {label}
                </NavLink>
              </li>
            ))}
          </ul>
        </nav>
        {action && <LinkButton href={action.href}>{action.label}</LinkButton>}
      </header>
      <main
        id="main"
        tabIndex={-1}
        className={width === "full" ? "flex-1" : `${column} w-full flex-1 pt-8 pb-16`}
      >
        {children}
      </main>
      <footer
        className={`${column} flex w-full flex-wrap items-center gap-x-6 gap-y-3 border-t border-line py-6 text-ink-3 print:hidden`}
      >
        <p className="me-auto">{brand}</p>
        <ul className="flex flex-wrap gap-x-5 gap-y-1">
          {foot.map(({ href, label }) => (
            <li key={href}>
              <a href={href} className="text-ink-2">
                {label}
              </a>
            </li>
          ))}
        </ul>
        <ThemeToggle />
      </footer>
    </div>
  );
}

const column = "mx-auto w-full max-w-310 px-8 max-md:px-4";

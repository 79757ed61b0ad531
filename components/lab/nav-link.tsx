"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { PageLink } from "../ui/page-link";

type NavLinkProps = {
  href: string;
  /** Known by the page; else the address decides. */
  current?: boolean | undefined;
  /** Only this very page, not those below it: the start of a place that others are part of. */
  exact?: boolean | undefined;
  title?: string;
  className: string;
  children: ReactNode;
};

/** A link that knows whether the page is there, or somewhere below it. */
export function NavLink({ href, current, exact, title, className, children }: NavLinkProps) {
  const pathname = withoutRewrite(usePathname());
  const isCurrent =
    current ?? (pathname === href || (!exact && href !== "/" && pathname.startsWith(`${href}/`)));
  return (
    <PageLink href={href} title={title} aria-current={isCurrent ? "page" : undefined} className={className}>
      {children}
    </PageLink>
  );
}

// A laboratory's host is rewritten to /lab/<name> and the portal's to /learn; on the server that may be what is seen.
function withoutRewrite(pathname: string): string {
  return pathname.replace(/^\/(lab\/[^/]+|learn)(?=\/|$)/, "") || "/";
}

import { Count } from "./count";
import { PageLink } from "./page-link";

export type Tab = { href: string; label: string; count?: number | undefined; current: boolean };

/** Views of one list, each with its own address. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav aria-label={label} className="overflow-x-auto overflow-y-hidden border-b border-line print:hidden">
      <ul className="flex gap-5">
        {tabs.map((tab) => (
          <li key={tab.href}>
            <PageLink
              href={tab.href}
              aria-current={tab.current ? "page" : undefined}
              className="flex h-9 items-center gap-1.5 border-b-2 border-transparent whitespace-nowrap text-ink-2 no-underline -outline-offset-2 hover:text-ink aria-[current]:border-ink aria-[current]:font-medium aria-[current]:text-ink max-md:h-11"
            >
              {tab.label}
              {tab.count !== undefined && <Count>{tab.count}</Count>}
            </PageLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

import { Menu } from "lucide-react";
import { type ReactNode, useId } from "react";
import { AccountPanel, Avatar, type ShellAccount } from "./account-panel";
import { CloseOnMove } from "./close-on-move";
import { DemoTag } from "./demo-tag";
import { FindWords } from "./find-place";
import { NavLink } from "./nav-link";
import { ScreenLock, type ScreenLockProps } from "./screen-lock";

export type NavItem = {
  href: string;
  label: string;
  /** 16 px: `<House aria-hidden />`, `<IntervalIcon />`. */
  icon: ReactNode;
  count?: number | undefined;
  /** Absent: the address decides. */
  current?: boolean | undefined;
  /** Its address begins those of others: only the very page is this place. */
  exact?: boolean | undefined;
  /** One of the few places under the thumb on a phone; the others are behind "More". */
  bar?: boolean | undefined;
};

type ShellProps = {
  /** Whose place this is: the laboratory with its tile, or the product for operators. */
  home: { name: string; host: string; tile: ReactNode };
  /** Name of the navigation: "Laboratory", "Operator". */
  label: string;
  items: readonly NavItem[];
  account: ShellAccount;
  signOut: string | ((form: FormData) => void | Promise<void>);
  demonstration: boolean;
  /** What this person may find from the top bar, in words; absent where that is nothing. */
  find?: string | undefined;
  /** How the screen locks when nobody is there; absent where it does not. */
  lock?: ScreenLockProps | undefined;
  children: ReactNode;
};

/**
 * The frame around every signed-in page: places at the side (208 px; a rail of 56 on work screens and on tablets;
 * a bar under the thumb on phones), and a skip link. The page brings its own `Screen` or `WorkScreen`.
 */
export function Shell({
  home,
  label,
  items,
  account,
  signOut,
  demonstration,
  find,
  lock,
  children,
}: ShellProps) {
  const more = useId();
  return (
    <div
      data-account={account.id}
      data-demo={demonstration || undefined}
      className="group/shell min-h-dvh max-md:pb-14 md:grid md:grid-cols-[56px_minmax(0,1fr)] lg:not-has-data-rail:grid-cols-[208px_minmax(0,1fr)] print:block"
    >
      <a
        href="#main"
        className="sr-only rounded-md bg-raised px-3 py-2 shadow-pop focus:not-sr-only focus:fixed focus:start-2 focus:top-2 focus:z-60"
      >
        Skip to the page
      </a>
      <Side home={home} label={label} items={items} account={account} signOut={signOut} />
      <div className="min-w-0">
        <div className="pointer-events-none sticky top-0 z-20 h-0 print:static print:h-auto">
          <span className="absolute start-4 top-2.75 group-has-data-rail/shell:hidden md:hidden print:hidden">
            {home.tile}
          </span>
          {demonstration && (
            <aside aria-label="About this laboratory">
              <DemoTag className="absolute end-6 top-3.5 max-md:end-4 print:static group-has-data-rail/shell:md:top-5" />
            </aside>
          )}
        </div>
        <FindWords words={find}>{children}</FindWords>
      </div>
      <Bar items={items.filter(({ bar }) => bar)} more={more} label={`${label}, main places`} />
      <section
        id={more}
        popover="auto"
        aria-label="More"
        className="fixed inset-x-0 top-auto bottom-14 m-0 max-h-[75dvh] w-full max-w-none overflow-y-auto border-t border-line-strong bg-raised text-ink shadow-dialog backdrop:bg-scrim md:hidden"
      >
        <nav aria-label={`${label}, all places`} className="p-2">
          <Places items={items} />
        </nav>
        <AccountPanel account={account} signOut={signOut} />
      </section>
      <CloseOnMove />
      {lock && <ScreenLock {...lock} />}
    </div>
  );
}

function Side({
  home,
  label,
  items,
  account,
  signOut,
}: Omit<ShellProps, "demonstration" | "lock" | "children">) {
  const panel = useId();
  return (
    <section
      aria-label={home.name}
      className="sticky top-0 flex h-dvh flex-col border-e border-line bg-canvas max-md:hidden print:hidden"
    >
      <div className="flex h-12 flex-none items-center gap-2.5 px-3.5 lg:group-not-has-data-rail/shell:px-3">
        {home.tile}
        <span className={wide}>
          <strong className="block truncate leading-4">{home.name}</strong>
          <span className="block truncate text-2xs text-ink-3">{home.host}</span>
        </span>
      </div>
      <nav aria-label={label} className="min-h-0 flex-1 overflow-y-auto p-2">
        <Places items={items} />
      </nav>
      <button
        type="button"
        popoverTarget={panel}
        className="flex items-center gap-2.5 border-t border-line px-3.5 py-2.5 text-start -outline-offset-2 hover:bg-sunken lg:group-not-has-data-rail/shell:px-3"
      >
        <Avatar account={account} />
        <span className={wide}>
          <span className="block truncate leading-4 font-medium">{account.name}</span>
          <span className="block truncate text-2xs text-ink-3">{account.email}</span>
        </span>
        <span className="sr-only">Account, theme and sign-out</span>
      </button>
      <div
        id={panel}
        popover="auto"
        className="fixed inset-auto start-2 bottom-14 m-0 w-60 rounded-md border-0 bg-raised p-0 text-ink shadow-pop"
      >
        <AccountPanel account={account} signOut={signOut} />
      </div>
    </section>
  );
}

function Places({ items }: { items: readonly NavItem[] }) {
  return (
    <ul className="grid gap-px">
      {items.map(({ href, label, icon, count, current, exact }) => (
        <li key={href}>
          <NavLink
            href={href}
            current={current}
            exact={exact}
            title={label}
            className="relative flex h-9 items-center gap-2.25 rounded-sm px-2 text-ink-2 no-underline hover:bg-sunken hover:text-ink aria-[current]:bg-sunken aria-[current]:font-medium aria-[current]:text-ink aria-[current]:before:absolute aria-[current]:before:inset-y-1.5 aria-[current]:before:-start-2 aria-[current]:before:w-0.75 aria-[current]:before:rounded-e-xs aria-[current]:before:bg-tenant-line max-md:h-11 lg:group-not-has-data-rail/shell:h-7.5 [&>svg]:text-ink-3 aria-[current]:[&>svg]:text-ink md:justify-center lg:group-not-has-data-rail/shell:justify-start"
          >
            {icon}
            <span className="md:sr-only lg:group-not-has-data-rail/shell:not-sr-only">{label}</span>
            {count !== undefined && count > 0 && (
              <span className="ms-auto text-xs text-ink-2 tabular-nums md:hidden lg:group-not-has-data-rail/shell:inline">
                {count}
              </span>
            )}
          </NavLink>
        </li>
      ))}
    </ul>
  );
}

function Bar({ items, more, label }: { items: readonly NavItem[]; more: string; label: string }) {
  return (
    <nav
      aria-label={label}
      className="fixed inset-x-0 bottom-0 z-20 grid h-14 auto-cols-fr grid-flow-col border-t border-line-strong bg-surface md:hidden print:hidden"
    >
      {items.map(({ href, label, icon, current, exact }) => (
        <NavLink key={href} href={href} current={current} exact={exact} className={barPlace}>
          {icon}
          {label}
        </NavLink>
      ))}
      <button type="button" popoverTarget={more} className={barPlace}>
        <Menu aria-hidden="true" />
        More
      </button>
    </nav>
  );
}

const wide = "hidden min-w-0 lg:group-not-has-data-rail/shell:block";

const barPlace =
  "grid content-center justify-items-center gap-0.5 text-2xs text-ink-2 no-underline -outline-offset-2 " +
  "aria-[current]:font-strong aria-[current]:text-ink aria-[current]:shadow-[inset_0_3px_0_var(--color-tenant-line)] " +
  "[&>svg]:size-5";

import { PageLink } from "../ui/page-link";
import { ThemeToggle } from "../ui/theme-toggle";
import { SignOutButton } from "./sign-out-button";

export type ShellAccount = {
  /** Scopes what is kept in the browser to this person. */
  id: string;
  /** Who, or as what: "Scientist", "Pathologist · Auditor". */
  name: string;
  email: string;
  /** Two letters; made from the name when absent. */
  initials?: string | undefined;
  /** The person's own pages: profile, sessions, other laboratories. */
  links?: readonly { href: string; label: string }[];
};

type AccountPanelProps = {
  account: ShellAccount;
  signOut: string | ((form: FormData) => void | Promise<void>);
};

/** What belongs to the person: own pages, theme, sign-out. */
export function AccountPanel({ account, signOut }: AccountPanelProps) {
  return (
    <div className="grid gap-2 p-3">
      <p className="px-1">
        <strong className="block">{account.name}</strong>
        <span className="block text-xs wrap-anywhere text-ink-3">{account.email}</span>
      </p>
      {account.links && account.links.length > 0 && (
        <ul className="border-t border-line pt-2">
          {account.links.map(({ href, label }) => (
            <li key={href}>
              <PageLink
                href={href}
                className="flex min-h-7.5 items-center rounded-sm px-1 text-ink no-underline hover:bg-hover max-md:min-h-11"
              >
                {label}
              </PageLink>
            </li>
          ))}
        </ul>
      )}
      <div className="grid gap-2 border-t border-line pt-3">
        <ThemeToggle />
        <form action={signOut} {...(typeof signOut === "string" && { method: "post" })}>
          <SignOutButton />
        </form>
      </div>
    </div>
  );
}

/** Two letters in a circle, beside the name they stand for. */
export function Avatar({ account }: { account: ShellAccount }) {
  return (
    <span
      aria-hidden="true"
      className="grid size-6.5 flex-none place-items-center rounded-full border border-line-strong bg-surface text-2xs font-strong text-ink-2"
    >
      {account.initials ?? account.name.slice(0, 2).toUpperCase()}
    </span>
  );
}

"use client";

import { Ellipsis } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { IconButton } from "./button";
import { cx } from "./cx";
import { PageLink } from "./page-link";

export type MenuEntry =
  | { label: string; icon?: ReactNode; href: string; danger?: boolean }
  | { label: string; icon?: ReactNode; onSelect: () => void; danger?: boolean };

type MenuProps = {
  /** What the menu is about: "More for 261120-00042-1". */
  label: string;
  entries: readonly MenuEntry[];
  icon?: ReactNode;
};

/**
 * A row's further acts. The browser's own popover closes it (Escape, a press beside it) and gives the focus back;
 * arrow keys and first letters are added here.
 */
export function Menu({ label, entries, icon = <Ellipsis aria-hidden="true" /> }: MenuProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);

  useEffect(() => {
    if (!isOpen) return;
    menu.current?.querySelector<HTMLElement>("[role=menuitem]")?.focus();
    // It stands beside its button; when the page moves under it, it has no place any more.
    const close = () => menu.current?.hidePopover();
    addEventListener("scroll", close, { capture: true, once: true });
    return () => removeEventListener("scroll", close, { capture: true });
  }, [isOpen]);

  return (
    <>
      <IconButton
        ref={button}
        label={label}
        look="quiet"
        popoverTarget={id}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        className="relative"
      >
        {icon}
      </IconButton>
      <div
        ref={menu}
        id={id}
        popover="auto"
        role="menu"
        aria-label={label}
        tabIndex={-1}
        onBeforeToggle={({ newState }) => newState === "open" && placeBeside(menu.current, button.current)}
        onToggle={({ newState }) => setOpen(newState === "open")}
        onKeyDown={moveInMenu}
        className="fixed inset-auto m-0 min-w-44 rounded-md border-0 bg-raised p-1 text-sm text-ink shadow-pop"
      >
        {entries.map((entry) => (
          <Entry key={entry.label} entry={entry} onDone={() => menu.current?.hidePopover()} />
        ))}
      </div>
    </>
  );
}

function Entry({ entry, onDone }: { entry: MenuEntry; onDone: () => void }) {
  const className = cx(
    "flex min-h-7.5 w-full items-center gap-2 rounded-sm px-2 text-start whitespace-nowrap no-underline -outline-offset-2 hover:bg-hover focus:bg-select max-md:min-h-11 [&>svg]:text-ink-3",
    entry.danger ? "text-danger" : "text-ink",
  );
  const content = (
    <>
      {entry.icon}
      {entry.label}
    </>
  );
  if ("href" in entry) {
    return (
      <PageLink href={entry.href} role="menuitem" tabIndex={-1} className={className} onClick={onDone}>
        {content}
      </PageLink>
    );
  }
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      className={className}
      onClick={() => {
        // Closed first: the focus is back on the button before the act moves it on, to a dialog perhaps.
        onDone();
        entry.onSelect();
      }}
    >
      {content}
    </button>
  );
}

function moveInMenu(event: KeyboardEvent<HTMLElement>) {
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>("[role=menuitem]")];
  const focused = document.activeElement;
  const at = focused instanceof HTMLElement ? items.indexOf(focused) : -1;
  const next = nextItem(event.key, items, at);
  if (event.key === "Tab") event.currentTarget.hidePopover();
  if (!next) return;
  event.preventDefault();
  next.focus();
}

function nextItem(key: string, items: readonly HTMLElement[], at: number): HTMLElement | undefined {
  if (key === "ArrowDown") return items[(at + 1) % items.length];
  if (key === "ArrowUp") return items[(at - 1 + items.length) % items.length];
  if (key === "Home") return items[0];
  if (key === "End") return items.at(-1);
  if (key.length !== 1 || key === " ") return undefined;
  const fromHere = [...items.slice(at + 1), ...items.slice(0, at + 1)];
  return fromHere.find((item) => item.textContent?.trim().toLowerCase().startsWith(key.toLowerCase()));
}

const GAP = 4;

/** Under the button, ending where it ends; over it where there is no room below. */
function placeBeside(menu: HTMLElement | null, button: HTMLElement | null) {
  if (!menu || !button) return;
  const place = button.getBoundingClientRect();
  const isLow = place.bottom > innerHeight * 0.7;
  menu.style.top = isLow ? "auto" : `${place.bottom + GAP}px`;
  menu.style.bottom = isLow ? `${innerHeight - place.top + GAP}px` : "auto";
  menu.style.right = `${Math.max(document.documentElement.clientWidth - place.right, GAP)}px`;
}

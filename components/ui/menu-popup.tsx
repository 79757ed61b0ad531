"use client";

import { Menu as Headless } from "@base-ui/react/menu";
import Link from "next/link";
import type { ReactNode } from "react";
import { IconButton } from "./button";
import { cx } from "./cx";
import type { MenuEntry } from "./menu";

type MenuPopupProps = { label: string; entries: readonly MenuEntry[]; icon: ReactNode };

/** The open menu: arrow keys, first letters, Escape; focus returns to its button. */
export default function MenuPopup({ label, entries, icon }: MenuPopupProps) {
  return (
    <Headless.Root defaultOpen modal={false}>
      <Headless.Trigger
        render={
          <IconButton label={label} look="quiet">
            {icon}
          </IconButton>
        }
      />
      <Headless.Portal>
        <Headless.Positioner sideOffset={4} align="end" className="z-30 outline-none">
          <Headless.Popup className="min-w-44 rounded-md bg-raised p-1 text-sm shadow-pop outline-none">
            {entries.map((entry) =>
              "href" in entry ? (
                <Headless.LinkItem
                  key={entry.label}
                  render={<Link href={entry.href} />}
                  className={itemClass(entry)}
                  closeOnClick
                >
                  {entry.icon}
                  {entry.label}
                </Headless.LinkItem>
              ) : (
                <Headless.Item key={entry.label} onClick={entry.onSelect} className={itemClass(entry)}>
                  {entry.icon}
                  {entry.label}
                </Headless.Item>
              ),
            )}
          </Headless.Popup>
        </Headless.Positioner>
      </Headless.Portal>
    </Headless.Root>
  );
}

function itemClass({ danger }: MenuEntry): string {
  return cx(
    "flex min-h-7.5 cursor-default items-center gap-2 rounded-sm px-2 no-underline outline-none data-highlighted:bg-select max-md:min-h-11 [&>svg]:text-ink-3",
    danger ? "text-danger" : "text-ink",
  );
}

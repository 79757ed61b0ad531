"use client";

import { Ellipsis } from "lucide-react";
import { lazy, type ReactNode, Suspense, useState } from "react";
import { IconButton } from "./button";

export type MenuEntry =
  | { label: string; icon?: ReactNode; href: string; danger?: boolean }
  | { label: string; icon?: ReactNode; onSelect: () => void; danger?: boolean };

type MenuProps = {
  /** What the menu is about: "More for 261120-00042-1". */
  label: string;
  entries: readonly MenuEntry[];
  icon?: ReactNode;
};

const MenuPopup = lazy(() => import("./menu-popup"));

/** A row's further acts. The popup's code comes with the first press. */
export function Menu({ label, entries, icon = <Ellipsis aria-hidden="true" /> }: MenuProps) {
  const [isWanted, want] = useState(false);
  const button = (
    <IconButton
      label={label}
      look="quiet"
      aria-haspopup="menu"
      aria-expanded={false}
      onClick={() => want(true)}
    >
      {icon}
    </IconButton>
  );
  if (!isWanted) return button;
  return (
    <Suspense fallback={button}>
      <MenuPopup label={label} entries={entries} icon={icon} />
    </Suspense>
  );
}

"use client";

import { Search } from "lucide-react";
import { createContext, type ReactNode, useContext } from "react";
import { PageLink } from "../ui/page-link";
import { FindField } from "./find-field";

const Words = createContext<string | undefined>(undefined);

/** What this person may find, in words, for the top bar of every page inside; absent: nothing, and no field. */
export function FindWords({ words, children }: { words: string | undefined; children: ReactNode }) {
  return <Words value={words}>{children}</Words>;
}

/** The field that finds everything else; on a phone the way to its page. */
export function FindPlace() {
  const words = useContext(Words);
  if (words === undefined) return null;
  return (
    <>
      <FindField placeholder={words} />
      <PageLink
        href="/find"
        aria-label="Find"
        className="grid size-11 place-items-center text-ink-2 md:hidden"
      >
        <Search aria-hidden="true" className="size-5" />
      </PageLink>
    </>
  );
}

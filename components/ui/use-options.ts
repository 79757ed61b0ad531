"use client";

import { useEffect, useRef, useState } from "react";

export type Option = {
  value: string;
  label: string;
  /** What tells two of the same name apart: MRN, birth date, code. */
  detail?: string | undefined;
};

export type LoadOptions = (query: string) => Promise<readonly Option[]>;

type Loaded = { options: readonly Option[]; state: "loading" | "ready" | "failed" };

const WAIT_MS = 160;

/** Options for what is being typed, a moment after the last key; a late answer to an earlier question is dropped. */
export function useOptions(load: LoadOptions, query: string, isWanted: boolean): Loaded {
  const [loaded, setLoaded] = useState<Loaded>({ options: [], state: "loading" });
  const latest = useRef(load);
  useEffect(() => {
    latest.current = load;
  });

  useEffect(() => {
    if (!isWanted) return;
    let isStale = false;
    setLoaded(({ options }) => ({ options, state: "loading" }));
    const timer = setTimeout(async () => {
      try {
        const options = await latest.current(query.trim());
        if (!isStale) setLoaded({ options, state: "ready" });
      } catch {
        if (!isStale) setLoaded({ options: [], state: "failed" });
      }
    }, WAIT_MS);
    return () => {
      isStale = true;
      clearTimeout(timer);
    };
  }, [query, isWanted]);

  return loaded;
}

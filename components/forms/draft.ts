const PREFIX = "draft:";

/** What is kept of a form: its values, and the words of what was chosen by searching. */
export type Draft = { values: Record<string, unknown>; chosen: Record<string, unknown> };

export type Drafts = {
  read: () => Draft | null;
  write: (draft: Draft) => void;
  forget: () => void;
};

/**
 * What is being typed, kept in this tab until it is saved. One person's drafts never meet another's: the key
 * carries the account the page was rendered for (`data-account` on the shell).
 */
export function draftsOf(name: string): Drafts {
  const key = () => `${PREFIX}${account()}:${name}`;
  return {
    read() {
      const kept = readJson(key());
      if (!isRecord(kept) || !isRecord(kept.values)) return null;
      return { values: kept.values, chosen: isRecord(kept.chosen) ? kept.chosen : {} };
    },
    write(draft) {
      try {
        sessionStorage.setItem(key(), JSON.stringify(draft));
      } catch {
        // A full or forbidden storage must not stop anybody from typing.
      }
    },
    forget: () => remove(key()),
  };
}

/** At sign-out: whoever uses this tab next finds nothing of it. */
export function forgetAllDrafts(): void {
  try {
    for (const key of Object.keys(sessionStorage)) if (key.startsWith(PREFIX)) remove(key);
  } catch {
    // Nothing was kept.
  }
}

function readJson(key: string): unknown {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? "null");
  } catch {
    return null;
  }
}

function remove(key: string) {
  try {
    sessionStorage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}

function account(): string {
  return document.querySelector<HTMLElement>("[data-account]")?.dataset.account ?? "anyone";
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const PREFIX = "draft:";

/**
 * What is being typed, kept in this tab until it is saved. One person's drafts never meet another's: the key
 * carries the account the page was rendered for (`data-account` on the shell).
 */
export type Drafts = {
  read: () => Record<string, unknown> | null;
  write: (values: Record<string, unknown>) => void;
  forget: () => void;
};

export function draftsOf(name: string): Drafts {
  const key = () => `${PREFIX}${account()}:${name}`;
  return {
    read() {
      try {
        const kept: unknown = JSON.parse(sessionStorage.getItem(key()) ?? "null");
        return isRecord(kept) ? kept : null;
      } catch {
        return null;
      }
    },
    write(values) {
      try {
        sessionStorage.setItem(key(), JSON.stringify(values));
      } catch {
        // A full or forbidden storage must not stop anybody from typing.
      }
    },
    forget() {
      try {
        sessionStorage.removeItem(key());
      } catch {
        // Nothing was kept.
      }
    },
  };
}

/** At sign-out: whoever uses this tab next finds nothing of it. */
export function forgetAllDrafts(): void {
  try {
    for (const key of Object.keys(sessionStorage)) {
      if (key.startsWith(PREFIX)) sessionStorage.removeItem(key);
    }
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

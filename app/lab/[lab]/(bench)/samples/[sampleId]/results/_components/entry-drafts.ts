import { draftsOf } from "@/components/forms/draft";
import { type Cell, isUnsaved, type Typed } from "./cell";

/** What was typed on a line, over which version of it. */
export type Kept = {
  typed: Typed;
  version: number;
  /** The field was left: a whole value, that is to be saved. */
  wasLeft: boolean;
};

export type EntryDrafts = {
  /** Keeps what is not saved of these, and forgets what was. */
  keep: (cells: readonly Cell[]) => void;
  read: () => ReadonlyMap<string, Kept>;
};

/** What is typed for one sample, kept in this tab for this person until it is saved. */
export function entryDrafts(sampleId: string): EntryDrafts {
  const drafts = draftsOf(`grid-${sampleId}`);
  return {
    keep(cells) {
      const unsaved = cells.filter((cell) => cell.line.may.enter && isUnsaved(cell));
      if (unsaved.length === 0) return drafts.forget();
      const values = unsaved.map(({ line, typed, status }): [string, Kept] => [
        line.resultId,
        { typed, version: line.version, wasLeft: left.has(status.is) },
      ]);
      drafts.write({ values: Object.fromEntries(values), chosen: {} });
    },
    read: () =>
      new Map(
        Object.entries(drafts.read()?.values ?? {}).flatMap(([id, kept]) =>
          isKept(kept) ? [[id, kept]] : [],
        ),
      ),
  };
}

const left: ReadonlySet<Cell["status"]["is"]> = new Set(["saving", "failed", "conflict"]);

function isKept(value: unknown): value is Kept {
  if (typeof value !== "object" || value === null) return false;
  const { typed, version, wasLeft } = value as Record<keyof Kept, unknown>;
  if (typeof typed !== "object" || typed === null) return false;
  const { value: text, comment, commentForReport } = typed as Record<keyof Typed, unknown>;
  const areTexts = [text, comment, commentForReport].every((each) => typeof each === "string");
  return areTexts && typeof version === "number" && typeof wasLeft === "boolean";
}

import type { Source } from "@/lib/catalogue/schema.intervals";
import { sourceWords } from "./words";

type Sourced = { source?: Source | null | undefined };

/** Where figures come from, each once, in the order they are met. */
export function sourcesOf(figures: readonly Sourced[]): string[] {
  return [...new Set(figures.map(({ source }) => sourceWords(source)).filter(Boolean))];
}

/** The number under which a source stands below the table. */
export function SourceMark({ source, among }: Sourced & { among: readonly string[] }) {
  const words = sourceWords(source);
  if (!words) return <span className="text-ink-3">none given</span>;
  return <span title={words}>{among.indexOf(words) + 1}</span>;
}

export function SourceList({ sources }: { sources: readonly string[] }) {
  if (sources.length === 0) return null;
  return (
    <ol aria-label="Sources" className="mt-2 max-w-[90ch] list-decimal ps-5 text-xs text-ink-2">
      {sources.map((words) => (
        <li key={words}>{words}</li>
      ))}
    </ol>
  );
}

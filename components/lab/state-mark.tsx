import type { ReactNode } from "react";
import { cx } from "../ui/cx";
import {
  type Glyph,
  type StateKind,
  type StateLook,
  type StateOf,
  stateLooks,
  type Tone,
} from "./state-glyphs";

type StateMarkProps<Kind extends StateKind> = {
  kind: Kind;
  state: StateOf<Kind>;
  /** In place of the state's own word, when there is more to say: "Rejected 06:31, haemolysed". */
  label?: ReactNode;
};

/** Where work stands: a circle that fills, and the word. No box. */
export function StateMark<Kind extends StateKind>({ kind, state, label }: StateMarkProps<Kind>) {
  // Every entry of the table has this shape; indexing by two type parameters only hides it.
  const { glyph, tone, word } = (stateLooks[kind] as Record<string, StateLook>)[state] ?? unknownState;
  return (
    <WorkMark glyph={glyph} tone={tone}>
      {label ?? word}
    </WorkMark>
  );
}

/** The same mark for what is no state of a record: "Confirmed", "Refused: rejected earlier". */
export function WorkMark({ glyph, tone, children }: { glyph: Glyph; tone: Tone; children: ReactNode }) {
  const { mark, word } = tones[tone];
  return (
    <span className={cx("inline-flex items-center gap-1.5 align-middle", word)}>
      <StateGlyph glyph={glyph} className={mark} />
      <span className={tone === "old" ? "line-through decoration-1" : undefined}>{children}</span>
    </span>
  );
}

const unknownState: StateLook = { glyph: "dotted", tone: "wait", word: "Unknown" };

const tones: Record<Tone, { mark: string; word: string }> = {
  wait: { mark: "text-ink-3", word: "text-ink-2" },
  go: { mark: "text-info", word: "text-ink-2" },
  done: { mark: "text-ok", word: "text-ink-2" },
  warn: { mark: "text-warn", word: "text-warn" },
  bad: { mark: "text-danger", word: "text-danger" },
  old: { mark: "text-ink-3", word: "text-ink-3" },
};

/** The circle alone, only ever beside its word. */
export function StateGlyph({ glyph, className }: { glyph: Glyph; className?: string }) {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true" className={cx("size-3.5 flex-none", className)} fill="none">
      {glyph === "done" ? <Done /> : <Ring glyph={glyph} />}
    </svg>
  );
}

function Done() {
  return (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" />
      <path
        d="m4.8 8.3 2.2 2.2 4.2-4.7"
        className="stroke-surface"
        strokeWidth="1.7"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </>
  );
}

function Ring({ glyph }: { glyph: Glyph }) {
  const share = shares[glyph];
  return (
    <>
      <circle
        cx="8"
        cy="8"
        r="6.2"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeDasharray={glyph === "dotted" ? "2.4 2.47" : undefined}
      />
      {share !== undefined && (
        // A pie made of one thick stroke: as long as the share of its circle, beginning at twelve.
        <circle
          cx="8"
          cy="8"
          r="2"
          stroke="currentColor"
          strokeWidth="4"
          strokeDasharray={`${(share * 4 * Math.PI).toFixed(2)} 13`}
          transform="rotate(-90 8 8)"
        />
      )}
      {glyph === "struck" && <path d="m3.8 12.2 8.4-8.4" stroke="currentColor" strokeWidth="1.6" />}
    </>
  );
}

const shares: Partial<Record<Glyph, number>> = {
  quarter: 1 / 4,
  third: 1 / 3,
  half: 1 / 2,
  "two-thirds": 2 / 3,
  "three-quarters": 3 / 4,
};

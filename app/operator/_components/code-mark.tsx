import type { Glyph, Tone } from "@/components/lab/state-glyphs";
import { WorkMark } from "@/components/lab/state-mark";
import { timeLeft } from "./time-left";

type Look = { glyph: Glyph; tone: Tone; word: string };

/** What a code, a link or a question is worth now: a sign, a colour and the word. */
const looks = {
  valid: { glyph: "ring", tone: "done", word: "Valid" },
  used: { glyph: "done", tone: "wait", word: "Used" },
  expired: { glyph: "struck", tone: "bad", word: "Expired" },
  superseded: { glyph: "ring", tone: "old", word: "Superseded" },
  pending: { glyph: "dotted", tone: "go", word: "Pending" },
  verified: { glyph: "done", tone: "done", word: "Verified" },
  confirmed: { glyph: "half", tone: "go", word: "Confirmed" },
  told: { glyph: "done", tone: "done", word: "Told" },
} as const satisfies Record<string, Look>;

export type CodeState = keyof typeof looks;

/** `secondsLeft` where it still can be used. */
export function CodeMark({ state, secondsLeft }: { state: CodeState; secondsLeft?: number }) {
  const { glyph, tone, word } = looks[state];
  return (
    <WorkMark glyph={glyph} tone={tone}>
      {word}
      {secondsLeft !== undefined && secondsLeft > 0 && (
        <span className="text-ink-3 tabular-nums">, {timeLeft(secondsLeft)}</span>
      )}
    </WorkMark>
  );
}

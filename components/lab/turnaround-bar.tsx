import { Clock } from "lucide-react";
import { LIMIT_AT, turnaroundFill, turnaroundWords } from "./turnaround";

type TurnaroundBarProps = { elapsedMinutes: number; limitMinutes: number | null };

/** The time left, in words first; the bar shows it against the limit. No traffic lights. */
export function TurnaroundBar({ elapsedMinutes, limitMinutes }: TurnaroundBarProps) {
  if (limitMinutes === null) return <span className="text-ink-3">no limit</span>;
  const isLate = elapsedMinutes > limitMinutes;
  const words = turnaroundWords(elapsedMinutes, limitMinutes);
  return (
    <span className="grid grid-cols-[124px_minmax(40px,1fr)] items-center gap-2.5 max-lg:block">
      {isLate ? (
        <span className="flex items-center gap-1 font-strong whitespace-nowrap text-warn">
          <Clock aria-hidden="true" />
          {words}
        </span>
      ) : (
        <span className="whitespace-nowrap text-ink-2 tabular-nums">{words}</span>
      )}
      <svg aria-hidden="true" className="block h-2.5 w-full max-lg:hidden">
        <rect x="0" y="4" width="100%" height="2" className="fill-line" />
        <rect
          x="0"
          y={isLate ? 2 : 4}
          height={isLate ? 6 : 2}
          width={`${turnaroundFill(elapsedMinutes, limitMinutes) * 100}%`}
          className={isLate ? "fill-warn" : "fill-ink-3"}
        />
        <rect x={`${LIMIT_AT * 100}%`} y="0" width="1.5" height="10" className="fill-ink" />
      </svg>
    </span>
  );
}

import type { Arrivals } from "@/lib/dashboard/schema";

type ArrivalsChartProps = {
  arrivals: Arrivals;
  /** "Friday" */
  weekday: string;
};

const WIDTH = 300;
const HEIGHT = 74;
const HOUR = WIDTH / 24;

/** Samples arriving by the hour: bars for today, a line for what is usual on this weekday. */
export function ArrivalsChart({ arrivals: { hour, today, usual }, weekday }: ArrivalsChartProps) {
  const past = today.slice(0, hour + 1);
  const most = Math.max(1, ...past, ...(usual?.byHour ?? []));
  const tall = (count: number) => (count / most) * (HEIGHT - 8);
  return (
    <section aria-labelledby="arrivals" className="mt-4 border-t border-line pt-3.5">
      <h3 id="arrivals" className="mb-1.5 font-medium">
        Samples arriving, by hour
      </h3>
      <svg
        role="img"
        aria-label={`Samples per hour from midnight: ${past.join(", ")} so far`}
        viewBox={`0 0 ${WIDTH} 92`}
        className="block w-full max-w-100"
      >
        {past.map((count, place) => (
          <rect
            // Hours have no other name than their place.
            // biome-ignore lint/suspicious/noArrayIndexKey: the hour is the key
            key={place}
            x={place * HOUR + 2}
            y={HEIGHT - tall(count)}
            width={HOUR - 4}
            height={tall(count)}
            className="fill-ink-3"
          />
        ))}
        {usual && (
          <path
            d={usual.byHour
              .map((count, place) => `${place === 0 ? "M0 " : "V"}${HEIGHT - tall(count)}h${HOUR}`)
              .join("")}
            className="fill-none stroke-interval-edge"
            strokeWidth="1.5"
          />
        )}
        <path d={`M0 ${HEIGHT + 0.5}h${WIDTH}`} className="stroke-line-strong" />
        {[0, 6, 12, 18].map((each) => (
          <text key={each} x={each * HOUR + 2} y="88" className="fill-ink-3 text-[10.5px]">
            {String(each).padStart(2, "0")}
          </text>
        ))}
      </svg>
      {usual && (
        <p className="mt-1.5 text-xs text-ink-3">
          {usual.weeks === 1
            ? `Line: last ${weekday}.`
            : `Line: the median of the last ${usual.weeks} ${weekday}s.`}
        </p>
      )}
    </section>
  );
}

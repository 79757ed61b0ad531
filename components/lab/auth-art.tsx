const LINES = 34;
const STEP = 25.6;

/** A morning's values on their interval, two of them outside: only a picture, no data. */
export function AuthArt() {
  return (
    <svg
      viewBox="0 0 560 620"
      preserveAspectRatio="xMidYMin slice"
      aria-hidden="true"
      className="pointer-events-none absolute inset-x-0 top-42 bottom-0 h-[calc(100%-168px)] w-full max-md:hidden"
      fill="currentColor"
      stroke="currentColor"
    >
      <rect x="196" width="168" height="900" fillOpacity=".09" stroke="none" />
      <path d="M196 0v900M364 0v900" fill="none" strokeOpacity=".45" />
      {Array.from({ length: LINES }, (_, line) => {
        const y = 34 + line * STEP;
        const { x, isOutside } = valueOn(line);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a drawing's lines have nothing but their place
          <g key={line}>
            <path d={`M40 ${y}H520`} strokeOpacity=".14" />
            {isOutside ? (
              <path d={`M${x} ${y - 7}l7 7-7 7-7-7z`} stroke="none" />
            ) : (
              <circle cx={x} cy={y} r="5" fillOpacity=".8" stroke="none" />
            )}
          </g>
        );
      })}
    </svg>
  );
}

/** Waves of unlike length look like chance and are the same each time. */
function valueOn(line: number): { x: number; isOutside: boolean } {
  if (line === 6) return { x: 438, isOutside: true };
  if (line === 13) return { x: 142, isOutside: true };
  const spread = Math.sin(line * 2.4) * 34 + Math.sin(line * 0.63 + 1) * 26;
  return { x: Math.round(280 + spread), isOutside: false };
}

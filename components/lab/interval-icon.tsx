/** A value on its interval, as an icon: the place where results are. */
export function IntervalIcon() {
  return (
    <svg
      viewBox="0 0 16 16"
      className="size-4 flex-none"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      aria-hidden="true"
    >
      <path d="M2.5 8h11M5.5 5v6M10.5 5v6" />
      <circle cx="8.6" cy="8" r="1.3" fill="currentColor" />
    </svg>
  );
}

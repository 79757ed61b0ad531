/** A turning mark for work under way; the word beside it says which. */
export function Spinner() {
  return (
    <svg
      viewBox="0 0 16 16"
      className="size-4 flex-none motion-safe:animate-turn"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      aria-hidden="true"
    >
      <path d="M8 2.5A5.5 5.5 0 1 1 2.5 8" />
    </svg>
  );
}

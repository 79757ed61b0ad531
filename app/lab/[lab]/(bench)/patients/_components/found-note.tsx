/** Under what a search found: it shows the likeliest, and says when there may be more. */
export function FoundNote({ count }: { count: number }) {
  return (
    <p className="py-3.5 text-ink-3">
      {count === 1 ? "1 found" : `${count} found, the likeliest first`}
      {count >= searchedMax && ". Ask more exactly if the one you want is not among them"}
    </p>
  );
}

/** As many as a search answers unless it is asked for more. */
const searchedMax = 25;

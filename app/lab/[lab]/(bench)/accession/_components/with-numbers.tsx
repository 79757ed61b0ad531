import { Id } from "@/components/ui/id";

const NUMBER = /([A-Z0-9]+(?:-[A-Z0-9]+)*-\d+)/;

/** A sentence whose tube numbers stand out, so that they can be compared with the label. */
export function WithNumbers({ children }: { children: string }) {
  return children.split(NUMBER).map((part, place) =>
    // What the pattern caught stands at every other place.
    place % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one sentence have nothing but their place
      <Id key={place} strong>
        {part}
      </Id>
    ) : (
      part
    ),
  );
}

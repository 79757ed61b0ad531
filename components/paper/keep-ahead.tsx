import { View } from "@react-pdf/renderer";

/**
 * Goes to the next page together with what follows, unless so many points of that fit on this one. Stands before
 * a block whose heading repeats: a repeating heading by itself is never held back from the foot of a page.
 */
export function KeepAhead({ points }: { points: number }) {
  return <View minPresenceAhead={points} />;
}

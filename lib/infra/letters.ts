import type { Brand, Message } from "@/emails/message";
import { compose, type Letter } from "./mail";

const kept = new Map<string, Promise<Letter>>();
const keptMax = 200;

/**
 * A letter that says the same to everybody: written out once for each sender, addressed later. Ask for it in
 * `prepare`, outside the transaction, and again in `run`, where it is there already.
 */
export function sameLetter<Props extends { to: string }>(
  message: Message<Props>,
  props: Omit<Props, "to">,
  brand: Brand,
): Promise<Letter> {
  const key = JSON.stringify([message.template, props, brand]);
  const known = kept.get(key);
  if (known) return known;
  const [oldest] = kept.keys();
  if (kept.size >= keptMax && oldest !== undefined) kept.delete(oldest);
  // Nothing of a recipient's is in it: `to` only completes the message's own properties.
  const made = compose(message, { ...props, to: "" } as Props, brand);
  kept.set(key, made);
  made.catch(() => kept.delete(key));
  return made;
}

import { createElement } from "react";
import type { Brand, Message } from "@/emails/message";
import type { Actor } from "@/lib/core/actor";
import { hostOf, originOf } from "./hosts";

/** A message as it will be read; it becomes a row in the transaction that owes it. */
export type Letter = {
  to: string;
  /** In whose name it leaves. */
  sender: string;
  subject: string;
  /** The file's name in emails/. */
  template: string;
  /** Until when the code or the link in it is good; null when nothing in it runs out. */
  validUntil: Date | null;
  text: string;
  html: string;
};

/**
 * Writes a message out, as HTML and as plain text. It takes some milliseconds: compose in `prepare`, and owe the
 * letter in `run`.
 */
export async function compose<Props extends { to: string }>(
  message: Message<Props>,
  props: Props,
  brand: Brand,
): Promise<Letter> {
  const [{ render, toPlainText }, { Frame }] = await Promise.all([
    import("@react-email/render"),
    import("@/emails/frame"),
  ]);
  const body = createElement(message.Body, { ...props, brand });
  const preview = message.preview(props, brand);
  const html = await render(createElement(Frame, { brand, preview }, body));
  return {
    to: props.to,
    sender: brand.name,
    validUntil: message.validUntil?.(props) ?? null,
    subject: message.subject(props, brand).replace(/\s+/g, " "),
    template: message.template,
    html,
    text: `${toPlainText(html, { wordwrap: 78 }).trim()}\n`,
  };
}

/** In whose name a message leaves from an actor's address: the laboratory's, the portal's, or our own. */
export function brandFor(actor: Pick<Actor, "laboratory" | "from">): Brand {
  if (actor.laboratory) return brandOf(actor.laboratory);
  return actor.from.host === hostOf({ kind: "learn" }) ? portalBrand() : ownBrand();
}

/** The portal's name, for what leads there, whoever caused it. */
export function portalBrand(): Brand {
  return { ...ownBrand(), name: "MedVuno Learn", origin: originOf({ kind: "learn" }) };
}

/** The installation's own name and colour, for messages that no laboratory sends. */
export function ownBrand(): Brand {
  return {
    name: "MedVuno LIMS",
    colour: "#00695c",
    origin: originOf({ kind: "root" }),
    addressLines: [],
    isDemonstration: false,
  };
}

/** Links in mails begin at the laboratory's stored name, never at the request's host (S18). */
export function brandOf(laboratory: {
  slug: string;
  name: string;
  colour: string;
  isDemonstration: boolean;
  addressLines?: readonly string[];
}): Brand {
  const { slug, name, colour, isDemonstration, addressLines = [] } = laboratory;
  return { name, colour, isDemonstration, addressLines, origin: originOf({ kind: "laboratory", slug }) };
}

import { lifecycle } from "@/lib/core/lifecycle";
import type { MailState } from "./schema";

type Move = "claim" | "deliver" | "postpone" | "give_up" | "expire" | "leave_out" | "resend";

/** The life of a mail. Nobody moves it by hand but to have it sent anew. */
export const mailLifecycle = lifecycle<MailState, Move>({
  noun: "mail",
  initial: "owed",
  states: {
    owed: { label: "Waiting" },
    sending: { label: "Being sent" },
    sent: { label: "Sent" },
    dead: { label: "Undeliverable" },
    muted: { label: "Not wanted" },
    expired: { label: "Expired" },
  },
  moves: {
    claim: {
      label: "Claimed",
      from: ["owed", "sending"],
      to: "sending",
      needs: "Its time has come; of one that is being sent, that whoever was at it has not answered in time.",
    },
    deliver: { label: "Delivered", from: ["sending"], to: "sent", needs: "The carrier has taken it." },
    postpone: {
      label: "Postponed",
      from: ["sending"],
      to: "owed",
      needs: "The carrier failed, fewer than eight times, and the next try is not too late.",
    },
    give_up: {
      label: "Given up",
      from: ["sending"],
      to: "dead",
      needs: "The carrier refused it for good, or failed for the eighth time.",
    },
    expire: {
      label: "Kept back",
      from: ["owed", "sending"],
      to: "expired",
      needs: "The code or the link in it has run out, or will have before the next try.",
    },
    leave_out: {
      label: "Left out",
      from: ["owed", "sending"],
      to: "muted",
      needs: "A notice of a kind that the person with this address does not want.",
    },
    resend: {
      label: "Sent anew",
      from: ["sent", "dead"],
      to: "owed",
      needs:
        "An operator, a reason, its text, which is forgotten a day after it was sent, and that nothing in it has run out.",
    },
  },
});

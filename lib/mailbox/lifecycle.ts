import { lifecycle } from "@/lib/core/lifecycle";
import type { MailState } from "./schema";

/** The life of a mail. Nobody moves it by hand but to have it sent anew. */
export const mailLifecycle = lifecycle<MailState, "claim" | "deliver" | "postpone" | "give_up" | "resend">({
  noun: "mail",
  initial: "owed",
  states: {
    owed: { label: "Waiting" },
    sending: { label: "Being sent" },
    sent: { label: "Sent" },
    dead: { label: "Undeliverable" },
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
      needs: "The carrier failed, fewer than eight times.",
    },
    give_up: {
      label: "Given up",
      from: ["sending"],
      to: "dead",
      needs: "The carrier refused it for good, or failed for the eighth time.",
    },
    resend: {
      label: "Sent anew",
      from: ["sent", "dead"],
      to: "owed",
      needs: "An operator, a reason, and its text, which is forgotten a day after it was sent.",
    },
  },
});

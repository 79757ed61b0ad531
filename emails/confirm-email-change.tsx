import type { Locale } from "@/lib/core/locale";
import type { Message } from "./message";
import { Act, Paragraph, Strong, Title } from "./parts";
import { asName } from "./plain";
import { whenIn } from "./when";

type ConfirmEmailChange = {
  to: string;
  firstName: string;
  newEmail: string;
  /** Which of the two addresses this one goes to. */
  side: "old" | "new";
  link: string;
  expiresAt: Date;
  timeZone: string;
  locale: Locale;
};

/** The link by which each of two addresses confirms that an account moves from one to the other. */
export const confirmEmailChange: Message<ConfirmEmailChange> = {
  template: "confirm-email-change",
  subject: ({ side }) =>
    side === "old" ? "Confirm your change of e-mail" : "Confirm your new e-mail address",
  preview: () => "It takes effect when both addresses have confirmed it.",
  validUntil: ({ expiresAt }) => expiresAt,
  Body: ({ firstName, newEmail, side, link, expiresAt, timeZone, locale }) => (
    <>
      <Title>{side === "old" ? "Leave this address?" : "Use this address?"}</Title>
      <Paragraph>
        Hello {asName(firstName)}, your account is to move to <Strong>{newEmail}</Strong>. It does so once
        both addresses, the old and the new, have confirmed it.
      </Paragraph>
      <Act href={link}>{side === "old" ? "Confirm the change" : "Confirm this address"}</Act>
      <Paragraph>The link works once, until {whenIn(expiresAt, timeZone, locale)}.</Paragraph>
      <Paragraph isLast>
        {side === "old"
          ? "If you did not ask for it, do not confirm it, and change your password: somebody may know it."
          : "If you did not ask for it, do nothing."}
      </Paragraph>
    </>
  ),
  previewProps: {
    to: "ada@demo.test",
    firstName: "Ada",
    newEmail: "ada.okafor@demo.test",
    side: "old",
    link: "https://demo.medvuno.example/email-change?token=4uHfVqR0c0tJ0mXn9m0mW1cJ7g6Yb2dJ3kQ8nB5xZ1A",
    expiresAt: new Date("2026-11-21T15:14:00Z"),
    timeZone: "America/Los_Angeles",
    locale: "en-US",
  },
};

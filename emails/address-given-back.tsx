import type { Locale } from "@/lib/core/locale";
import type { Message } from "./message";
import { Link, Paragraph, Strong, Title } from "./parts";
import { asName } from "./plain";
import { whenIn } from "./when";

type AddressGivenBack = {
  to: string;
  firstName: string;
  /** Which of the two addresses this goes to: the one that the account has again, or the one that it had till now. */
  side: "has" | "had";
  at: Date;
  timeZone: string;
  locale: Locale;
  resetLink: string;
};

const title = {
  has: "Your account has its former address again",
  had: "Your account no longer uses this address",
} as const;

/**
 * When an operator gave a stolen account back. To the address that was taken away it says neither whose the account
 * is now nor how to do something about it: that mailbox may be a thief's.
 */
export const addressGivenBack: Message<AddressGivenBack> = {
  template: "address-given-back",
  subject: ({ side }) => title[side],
  preview: ({ side }) =>
    side === "has" ? "Choose a new password: another mail has a link." : "Nobody can sign in with it.",
  Body: ({ to, firstName, side, at, timeZone, locale, resetLink, brand }) =>
    side === "has" ? (
      <>
        <Title>{title.has}</Title>
        <Paragraph>
          Hello {asName(firstName)}, since {whenIn(at, timeZone, locale)}, your account uses{" "}
          <Strong>{to}</Strong> again. The people who run {brand.name} gave it back, for its address had been
          changed.
        </Paragraph>
        <Paragraph>
          Everybody was signed out of it. Its password no longer works. Passkeys, authenticator apps, recovery
          codes and API keys that had come since, or within a week before, were taken away.
        </Paragraph>
        <Paragraph isLast>
          <Strong>Choose a new password</Strong> with the link in the other mail that we sent you now. If it
          has run out, <Link href={resetLink}>ask for another one</Link>
        </Paragraph>
      </>
    ) : (
      <>
        <Title>{title.had}</Title>
        <Paragraph>
          Hello, since {whenIn(at, timeZone, locale)}, the account that used {to} has an earlier address
          again. <Strong>Nobody can sign in with this one, and whoever was signed in was signed out.</Strong>
        </Paragraph>
        <Paragraph isLast>
          This was done by the people who run {brand.name}. If you wonder why, ask them or your laboratory.
        </Paragraph>
      </>
    ),
  previewProps: {
    to: "ada@demo.test",
    firstName: "Ada",
    side: "has",
    at: new Date("2026-11-20T15:14:00Z"),
    timeZone: "America/Los_Angeles",
    locale: "en-US",
    resetLink: "https://medvuno.example/forgot-password",
  },
};

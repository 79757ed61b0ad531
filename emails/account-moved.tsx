import type { Locale } from "@/lib/core/locale";
import type { Message } from "./message";
import { Act, Link, Paragraph, Strong, Title } from "./parts";
import { asName } from "./plain";
import { whenIn } from "./when";

type AccountMoved = {
  to: string;
  firstName: string;
  /** What was done. Why an operator did it is for operators only. */
  move: keyof typeof words;
  /** Nobody but whoever said "this was not me": operators have yet to look. */
  isByNotMe?: boolean;
  at: Date;
  timeZone: string;
  locale: Locale;
  signInLink: string;
  resetLink: string;
};

const words = {
  lock: { title: "Your account is locked", is: "is locked", isOpen: false },
  disable: { title: "Your account is disabled", is: "is disabled", isOpen: false },
  unlock: { title: "Your account is unlocked", is: "is unlocked", isOpen: true },
  enable: { title: "Your account is enabled again", is: "is enabled again", isOpen: true },
} as const;

/** To somebody whose account was locked or disabled, or opened again. */
export const accountMoved: Message<AccountMoved> = {
  template: "account-moved",
  subject: ({ move }) => words[move].title,
  preview: ({ move }) =>
    words[move].isOpen ? "You can sign in again." : "Nobody can sign in with it. What is in it is kept.",
  Body: ({ to, firstName, move, isByNotMe, at, timeZone, locale, signInLink, resetLink, brand }) => (
    <>
      <Title>{words[move].title}</Title>
      <Paragraph>
        Hello {asName(firstName)}, since {whenIn(at, timeZone, locale)}, your account {to} {words[move].is}.{" "}
        <Strong>
          {words[move].isOpen
            ? "You can sign in again."
            : "Nobody can sign in with it, and whoever was signed in was signed out."}
        </Strong>{" "}
        {!words[move].isOpen && "What is in it is kept."}
      </Paragraph>
      {words[move].isOpen ? (
        <>
          <Act href={signInLink}>Sign in</Act>
          <Paragraph isLast>
            If somebody else may know your password, <Link href={resetLink}>choose a new one</Link>
          </Paragraph>
        </>
      ) : (
        <>
          <Paragraph>
            {isByNotMe
              ? `Somebody told us, by the link in one of our mails, that a change to it was not them. The people who run ${brand.name} know of it, and will find out whose the account is.`
              : `This was done by the people who run ${brand.name}. There can be many reasons, and it need not be anything that you did.`}
          </Paragraph>
          <Paragraph isLast>If you wonder why, or need your account, ask your laboratory or them.</Paragraph>
        </>
      )}
    </>
  ),
  previewProps: {
    to: "ada@demo.test",
    firstName: "Ada",
    move: "lock",
    at: new Date("2026-11-20T15:14:00Z"),
    timeZone: "America/Los_Angeles",
    locale: "en-US",
    signInLink: "https://medvuno.example/sign-in",
    resetLink: "https://medvuno.example/forgot-password",
  },
};

import type { Locale } from "@/lib/core/locale";
import type { Message } from "./message";
import { Act, Code, Paragraph, Strong, Title } from "./parts";
import { asName } from "./plain";
import { whenIn } from "./when";

type PasswordReset = {
  to: string;
  firstName: string;
  link: string;
  linkExpiresAt: Date;
  code: string;
  codeExpiresAt: Date;
  timeZone: string;
  locale: Locale;
};

/** Link and code by which a person who forgot the password sets a new one. */
export const passwordReset: Message<PasswordReset> = {
  template: "password-reset",
  subject: () => "Choose a new password",
  preview: () => "Open the link, or type the code where you asked for it.",
  // The code ends long before the link.
  validUntil: ({ linkExpiresAt }) => linkExpiresAt,
  Body: ({ firstName, link, linkExpiresAt, code, codeExpiresAt, timeZone, locale }) => (
    <>
      <Title>Choose a new password</Title>
      <Paragraph>Hello {asName(firstName)}, somebody asked for a new password for your account.</Paragraph>
      <Act href={link}>Choose a new password</Act>
      <Paragraph>
        The link works once, until <Strong>{whenIn(linkExpiresAt, timeZone, locale)}</Strong>.
      </Paragraph>
      <Paragraph>Or type this code where you asked for it:</Paragraph>
      <Code code={code} />
      <Paragraph>
        The code is good until <Strong>{whenIn(codeExpiresAt, timeZone, locale)}</Strong>. Using one ends the
        other.
      </Paragraph>
      <Paragraph isLast>
        If you did not ask for it, do nothing: your password stays as it is. We never ask for this code by
        phone or e-mail.
      </Paragraph>
    </>
  ),
  previewProps: {
    to: "ada@demo.test",
    firstName: "Ada",
    link: "https://demo.medvuno.example/reset-password?token=4uHfVqR0c0tJ0mXn9m0mW1cJ7g6Yb2dJ3kQ8nB5xZ1A",
    linkExpiresAt: new Date("2026-11-21T15:04:00Z"),
    code: "407182",
    codeExpiresAt: new Date("2026-11-20T15:14:00Z"),
    timeZone: "America/Los_Angeles",
    locale: "en-US",
  },
};

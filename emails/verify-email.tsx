import type { Message } from "./message";
import { Act, Code, Paragraph, Strong, Title } from "./parts";
import { asName } from "./plain";
import { whenIn } from "./when";

type VerifyEmail = {
  to: string;
  firstName: string;
  code: string;
  link: string;
  /** When the code ends, and the link with it. */
  expiresAt: Date;
  timeZone: string;
};

/** Code and link that confirm the address of somebody who registered. */
export const verifyEmail: Message<VerifyEmail> = {
  template: "verify-email",
  subject: () => "Confirm your e-mail address",
  preview: () => "One step is left. Type the code, or open the link.",
  validUntil: ({ expiresAt }) => expiresAt,
  Body: ({ to, firstName, code, link, expiresAt, timeZone }) => (
    <>
      <Title>Confirm your address</Title>
      <Paragraph>
        Hello {asName(firstName)}, somebody registered with {to}. If it was you, type this code where you
        asked for it:
      </Paragraph>
      <Code code={code} />
      <Paragraph>Or open this link and confirm there:</Paragraph>
      <Act href={link}>Confirm my address</Act>
      <Paragraph>
        Both are good until <Strong>{whenIn(expiresAt, timeZone)}</Strong>. Using one ends the other.
      </Paragraph>
      <Paragraph isLast>
        If you did not register, leave this alone: do not type the code, and do not open the link. Somebody
        typed your address, and without you no account is opened.
      </Paragraph>
    </>
  ),
  previewProps: {
    to: "ada@demo.test",
    firstName: "Ada",
    code: "407182",
    link: "https://demo.medvuno.example/verify-email?token=4uHfVqR0c0tJ0mXn9m0mW1cJ7g6Yb2dJ3kQ8nB5xZ1A",
    expiresAt: new Date("2026-11-20T15:14:00Z"),
    timeZone: "America/Los_Angeles",
  },
};

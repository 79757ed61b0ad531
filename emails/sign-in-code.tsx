import type { Locale } from "@/lib/core/locale";
import type { Message } from "./message";
import { Code, Paragraph, Strong, Title } from "./parts";
import { asLine } from "./plain";
import { whenIn } from "./when";

type SignInCode = {
  to: string;
  code: string;
  expiresAt: Date;
  timeZone: string;
  locale: Locale;
  /** What asked for it: "Firefox on Windows". */
  device: string;
};

/** The code that signs its owner in. */
export const signInCode: Message<SignInCode> = {
  template: "sign-in-code",
  subject: () => "Your code to sign in",
  preview: () => "Type it where you asked for it.",
  validUntil: ({ expiresAt }) => expiresAt,
  Body: ({ code, expiresAt, timeZone, locale, device, brand }) => (
    <>
      <Title>Your code</Title>
      <Paragraph>Type it where you asked for it, to sign in to {brand.name}.</Paragraph>
      <Code code={code} />
      <Paragraph>
        It is good until <Strong>{whenIn(expiresAt, timeZone, locale)}</Strong>, and works once. It was asked
        for with {asLine(device, 60)}.
      </Paragraph>
      <Paragraph isLast>
        If you did not ask for it, do nothing: nobody gets in without it. We never ask for this code by phone
        or e-mail.
      </Paragraph>
    </>
  ),
  previewProps: {
    to: "ada@demo.test",
    code: "407182",
    expiresAt: new Date("2026-11-20T15:14:00Z"),
    timeZone: "America/Los_Angeles",
    locale: "en-US",
    device: "Firefox on Windows",
  },
};

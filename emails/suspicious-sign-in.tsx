import type { Locale } from "@/lib/core/locale";
import type { Message } from "./message";
import { Facts, NotMe, Paragraph, Strong, Title } from "./parts";
import { asLine, asName } from "./plain";
import { whenIn } from "./when";

type SuspiciousSignIn = {
  to: string;
  firstName: string;
  device: string;
  /** Our own address at which it was. */
  host: string;
  ip: string;
  at: Date;
  timeZone: string;
  locale: Locale;
  /** A sentence: "We asked for your second factor." */
  whatWeDid: string;
  notMeLink: string;
};

/** To somebody whose account did something that is not like its owner. */
export const suspiciousSignIn: Message<SuspiciousSignIn> = {
  template: "suspicious-sign-in",
  subject: () => "Was this you?",
  preview: () => "Somebody used your account in a way that is not like you.",
  Body: ({ firstName, device, host, ip, at, timeZone, locale, whatWeDid, notMeLink }) => (
    <>
      <Title>Was this you?</Title>
      <Paragraph>
        Hello {asName(firstName)}, somebody used your account in a way that is not like you.{" "}
        <Strong>{whatWeDid}</Strong>
      </Paragraph>
      <Facts
        items={[
          { term: "Device", value: asLine(device, 60) },
          { term: "At", value: host },
          { term: "Network address", value: ip },
          { term: "When", value: whenIn(at, timeZone, locale) },
        ]}
      />
      <Paragraph>If it was you, all is well.</Paragraph>
      <NotMe href={notMeLink} />
    </>
  ),
  previewProps: {
    to: "ada@demo.test",
    firstName: "Ada",
    device: "Firefox on Windows",
    host: "demo.medvuno.example",
    ip: "203.0.113.7",
    at: new Date("2026-11-20T15:14:00Z"),
    timeZone: "America/Los_Angeles",
    locale: "en-US",
    whatWeDid: "We asked for your second factor.",
    notMeLink: "https://demo.medvuno.example/not-me?token=4uHfVqR0c0tJ0mXn9m0mW1cJ7g6Yb2dJ3kQ8nB5xZ1A",
  },
};

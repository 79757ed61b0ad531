import type { Locale } from "@/lib/core/locale";
import type { Message } from "./message";
import { Facts, NotMe, Paragraph, Title } from "./parts";
import { asLine, asName } from "./plain";
import { whenIn } from "./when";

type NewDevice = {
  to: string;
  firstName: string;
  /** "Firefox on Windows". */
  device: string;
  /** Our own address at which it was. */
  host: string;
  ip: string;
  at: Date;
  timeZone: string;
  locale: Locale;
  notMeLink: string;
};

/** To somebody who signed in on a device that was not seen before. */
export const newDevice: Message<NewDevice> = {
  template: "new-device",
  subject: () => "A new device signed in to your account",
  preview: () => "If it was you, there is nothing to do.",
  Body: ({ firstName, device, host, ip, at, timeZone, locale, notMeLink, brand }) => (
    <>
      <Title>A new device</Title>
      <Paragraph>
        Hello {asName(firstName)}, somebody signed in to {brand.name} as you, on a device that we have not
        seen before.
      </Paragraph>
      <Facts
        items={[
          { term: "Device", value: asLine(device, 60) },
          { term: "At", value: host },
          { term: "Network address", value: ip },
          { term: "When", value: whenIn(at, timeZone, locale) },
        ]}
      />
      <Paragraph>If it was you, there is nothing to do.</Paragraph>
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
    notMeLink: "https://demo.medvuno.example/not-me?token=4uHfVqR0c0tJ0mXn9m0mW1cJ7g6Yb2dJ3kQ8nB5xZ1A",
  },
};

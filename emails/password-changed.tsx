import type { Locale } from "@/lib/core/locale";
import type { Message } from "./message";
import { NotMe, Paragraph, Title } from "./parts";
import { asLine, asName } from "./plain";
import { whenIn } from "./when";

type PasswordChanged = {
  to: string;
  firstName: string;
  at: Date;
  timeZone: string;
  locale: Locale;
  /** Where it was done: "Firefox on Windows". */
  device: string;
  notMeLink: string;
};

/** To somebody whose password was changed or set anew. */
export const passwordChanged: Message<PasswordChanged> = {
  template: "password-changed",
  subject: () => "Your password was changed",
  preview: () => "If it was you, there is nothing to do.",
  Body: ({ firstName, at, timeZone, locale, device, notMeLink }) => (
    <>
      <Title>Your password was changed</Title>
      <Paragraph>
        Hello {asName(firstName)}, your password was changed on {whenIn(at, timeZone, locale)}, with{" "}
        {asLine(device, 60)}.
      </Paragraph>
      <Paragraph>If it was you, there is nothing to do.</Paragraph>
      <NotMe href={notMeLink} />
    </>
  ),
  previewProps: {
    to: "ada@demo.test",
    firstName: "Ada",
    at: new Date("2026-11-20T15:14:00Z"),
    timeZone: "America/Los_Angeles",
    locale: "en-US",
    device: "Firefox on Windows",
    notMeLink: "https://demo.medvuno.example/not-me?token=4uHfVqR0c0tJ0mXn9m0mW1cJ7g6Yb2dJ3kQ8nB5xZ1A",
  },
};

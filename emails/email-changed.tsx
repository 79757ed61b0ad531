import type { Locale } from "@/lib/core/locale";
import type { Message } from "./message";
import { NotMe, Paragraph, Strong, Title } from "./parts";
import { asName } from "./plain";
import { whenIn } from "./when";

type EmailChanged = {
  to: string;
  firstName: string;
  newEmail: string;
  at: Date;
  timeZone: string;
  locale: Locale;
  notMeLink: string;
};

/** To the address that an account has left. */
export const emailChanged: Message<EmailChanged> = {
  template: "email-changed",
  subject: () => "Your e-mail address was changed",
  preview: () => "If it was you, there is nothing to do.",
  Body: ({ firstName, newEmail, at, timeZone, locale, notMeLink }) => (
    <>
      <Title>Your address was changed</Title>
      <Paragraph>
        Hello {asName(firstName)}, since {whenIn(at, timeZone, locale)} your account uses{" "}
        <Strong>{newEmail}</Strong>. Sign in with it from now on.
      </Paragraph>
      <Paragraph>If it was you, there is nothing to do.</Paragraph>
      <NotMe href={notMeLink} />
    </>
  ),
  previewProps: {
    to: "ada@demo.test",
    firstName: "Ada",
    newEmail: "ada.okafor@demo.test",
    at: new Date("2026-11-20T15:14:00Z"),
    timeZone: "America/Los_Angeles",
    locale: "en-US",
    notMeLink: "https://demo.medvuno.example/not-me?token=4uHfVqR0c0tJ0mXn9m0mW1cJ7g6Yb2dJ3kQ8nB5xZ1A",
  },
};

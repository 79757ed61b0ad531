import type { Locale } from "@/lib/core/locale";
import type { Message } from "./message";
import { NotMe, Paragraph, Strong, Title } from "./parts";
import { asName } from "./plain";
import { whenIn } from "./when";

type SecurityChanged = {
  to: string;
  firstName: string;
  /** A sentence: "An authenticator app was added to your account." */
  change: string;
  at: Date;
  timeZone: string;
  locale: Locale;
  notMeLink: string;
};

/** To somebody whose second factor, passkey or key was added or taken away. */
export const securityChanged: Message<SecurityChanged> = {
  template: "security-changed",
  subject: () => "How you sign in was changed",
  preview: ({ change }) => change,
  Body: ({ firstName, change, at, timeZone, locale, notMeLink }) => (
    <>
      <Title>How you sign in was changed</Title>
      <Paragraph>
        Hello {asName(firstName)}, this was done on {whenIn(at, timeZone, locale)}:
      </Paragraph>
      <Paragraph>
        <Strong>{change}</Strong>
      </Paragraph>
      <Paragraph>If it was you, there is nothing to do.</Paragraph>
      <NotMe href={notMeLink} />
    </>
  ),
  previewProps: {
    to: "ada@demo.test",
    firstName: "Ada",
    change: "An authenticator app was added to your account.",
    at: new Date("2026-11-20T15:14:00Z"),
    timeZone: "America/Los_Angeles",
    locale: "en-US",
    notMeLink: "https://demo.medvuno.example/not-me?token=4uHfVqR0c0tJ0mXn9m0mW1cJ7g6Yb2dJ3kQ8nB5xZ1A",
  },
};

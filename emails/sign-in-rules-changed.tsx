import type { Locale } from "@/lib/core/locale";
import type { Message } from "./message";
import { Act, Paragraph, Strong, Title } from "./parts";
import { asName } from "./plain";
import { whenIn } from "./when";

type SignInRulesChanged = {
  to: string;
  changedBy: string;
  /** Sentences: "A second factor is asked of the role administrator; until now of nobody." */
  changes: string[];
  at: Date;
  timeZone: string;
  locale: Locale;
  settingsLink: string;
};

/** To a laboratory's administrators: what it asks of people who sign in was changed, and whoever loosens it lets others in. */
export const signInRulesChanged: Message<SignInRulesChanged> = {
  template: "sign-in-rules-changed",
  subject: (_, brand) => `How people sign in to ${brand.name} was changed`,
  preview: ({ changedBy }) => `Changed by ${asName(changedBy)}.`,
  Body: ({ changedBy, changes, at, timeZone, locale, settingsLink, brand }) => (
    <>
      <Title>How people sign in was changed</Title>
      <Paragraph>
        On {whenIn(at, timeZone, locale)}, {asName(changedBy)} changed what {brand.name} asks of people who
        sign in:
      </Paragraph>
      {changes.map((change) => (
        <Paragraph key={change}>
          <Strong>{change}</Strong>
        </Paragraph>
      ))}
      <Act href={settingsLink}>See what is asked</Act>
      <Paragraph isLast>
        If none of you wanted this, set it back, and let {asName(changedBy)} choose a new password: somebody
        may be in their account.
      </Paragraph>
    </>
  ),
  previewProps: {
    to: "grace@demo.test",
    changedBy: "Ada Okafor",
    changes: [
      "A second factor is asked of nobody; until now of the role administrator.",
      "The shortest password has 12 characters; until now 16.",
    ],
    at: new Date("2026-11-20T15:14:00Z"),
    timeZone: "America/Los_Angeles",
    locale: "en-US",
    settingsLink: "https://demo.medvuno.example/settings/sign-in",
  },
};

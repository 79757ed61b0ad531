import type { Locale } from "@/lib/core/locale";
import type { Message } from "./message";
import { Act, Paragraph, Strong, Title } from "./parts";
import { asLine, asName } from "./plain";
import { whenIn } from "./when";

type LaboratoryMoved = {
  to: string;
  firstName: string;
  laboratory: string;
  host: string;
  /** What an operator did. Why is for operators only. */
  move: "suspend" | "resume";
  at: Date;
  timeZone: string;
  locale: Locale;
  signInLink: string;
};

/** To a laboratory's administrators, when an operator suspends it or lets it work again. */
export const laboratoryMoved: Message<LaboratoryMoved> = {
  template: "laboratory-moved",
  subject: (props) => titleOf(props),
  preview: ({ move }) =>
    move === "suspend" ? "Nobody can work there. Its records are kept." : "Everybody signs in anew.",
  Body: ({ firstName, laboratory, host, move, at, timeZone, locale, signInLink }) => (
    <>
      <Title>{titleOf({ laboratory, move })}</Title>
      <Paragraph>
        Hello {asName(firstName)}, since {whenIn(at, timeZone, locale)},{" "}
        {move === "suspend" ? (
          <>
            {asLine(laboratory, 60)} is suspended.{" "}
            <Strong>Nobody can work at {host}, and whoever was signed in there was signed out.</Strong> Its
            records are kept as they are.
          </>
        ) : (
          <>
            {asLine(laboratory, 60)} can work again at {host}. <Strong>Everybody signs in there anew.</Strong>
          </>
        )}
      </Paragraph>
      {move === "resume" && <Act href={signInLink}>Sign in</Act>}
      <Paragraph>We write to its administrators only. Please tell the others who work there.</Paragraph>
      <Paragraph isLast>If you wonder why, ask whoever runs this installation.</Paragraph>
    </>
  ),
  previewProps: {
    to: "ada@demo.test",
    firstName: "Ada",
    laboratory: "Harbour Laboratory",
    host: "harbour.medvuno.example",
    move: "suspend",
    at: new Date("2026-11-20T15:14:00Z"),
    timeZone: "America/Los_Angeles",
    locale: "en-US",
    signInLink: "https://harbour.medvuno.example/sign-in",
  },
};

function titleOf({ laboratory, move }: Pick<LaboratoryMoved, "laboratory" | "move">): string {
  return `${asLine(laboratory, 60)} ${move === "suspend" ? "is suspended" : "can work again"}`;
}

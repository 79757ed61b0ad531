import type { Message } from "./message";
import { Act, Paragraph, Title } from "./parts";
import { whenIn } from "./when";

type PreRegistrationConfirm = { to: string; link: string; expiresAt: Date; timeZone: string };

/** The link by which somebody confirms that we may write when registration opens. */
export const preRegistrationConfirm: Message<PreRegistrationConfirm> = {
  template: "pre-registration-confirm",
  subject: () => "Shall we tell you when it opens?",
  preview: () => "Confirm your address, and we write to you once.",
  validUntil: ({ expiresAt }) => expiresAt,
  Body: ({ to, link, expiresAt, timeZone, brand }) => (
    <>
      <Title>Shall we tell you?</Title>
      <Paragraph>
        Somebody asked us to write to {to} when {brand.name} opens. Confirm it, and we write to you once, on
        that day.
      </Paragraph>
      <Act href={link}>Tell me when it opens</Act>
      <Paragraph>The link works once, until {whenIn(expiresAt, timeZone)}.</Paragraph>
      <Paragraph isLast>If it was not you, do nothing: we will not write again.</Paragraph>
    </>
  ),
  previewProps: {
    to: "ada@demo.test",
    link: "https://medvuno.example/pre-registration?token=4uHfVqR0c0tJ0mXn9m0mW1cJ7g6Yb2dJ3kQ8nB5xZ1A",
    expiresAt: new Date("2026-11-27T15:14:00Z"),
    timeZone: "UTC",
  },
};

import { formatTime } from "@/lib/core/dates";
import type { Message } from "./message";
import { Code, Paragraph, Strong, Title } from "./parts";
import { whenIn } from "./when";

type LaboratoryCode = {
  to: string;
  code: string;
  /** The address the laboratory will have. Its name is not told: whoever signs up could have written anything. */
  host: string;
  expiresAt: Date;
  timeZone: string;
};

/** The code that finishes signing a laboratory up. */
export const laboratoryCode: Message<LaboratoryCode> = {
  template: "laboratory-code",
  subject: () => "Your code for a new laboratory",
  preview: ({ expiresAt, timeZone }) =>
    `Type it where you asked for it. It is good until ${formatTime(expiresAt, timeZone)}.`,
  validUntil: ({ expiresAt }) => expiresAt,
  Body: ({ to, code, host, expiresAt, timeZone }) => (
    <>
      <Title>Your code</Title>
      <Paragraph>
        Type it where you asked for it, to open the laboratory at {host} as {to}.
      </Paragraph>
      <Code code={code} />
      <Paragraph>
        It is good until <Strong>{whenIn(expiresAt, timeZone)}</Strong>, and works once.
      </Paragraph>
      <Paragraph isLast>
        If you did not ask for it, do nothing: no laboratory is opened without it. We never ask for this code
        by phone or e-mail.
      </Paragraph>
    </>
  ),
  previewProps: {
    to: "ada@demo.test",
    code: "407182",
    host: "demo.medvuno.example",
    expiresAt: new Date("2026-11-20T15:14:00Z"),
    timeZone: "America/Los_Angeles",
  },
};

import type { Message } from "./message";
import { Act, Paragraph, Strong, Title } from "./parts";
import { asName, listed } from "./plain";
import { whenIn } from "./when";

type Invitation = {
  to: string;
  invitedBy: string;
  /** Labels of the roles, as people read them. */
  roles: string[];
  link: string;
  expiresAt: Date;
  timeZone: string;
};

/** The link by which a colleague joins a laboratory. */
export const invitation: Message<Invitation> = {
  template: "invitation",
  subject: (_, brand) => `Join ${brand.name}`,
  preview: ({ invitedBy }, brand) => `${asName(invitedBy)} invites you to work in ${brand.name}.`,
  validUntil: ({ expiresAt }) => expiresAt,
  Body: ({ to, invitedBy, roles, link, expiresAt, timeZone, brand }) => (
    <>
      <Title>Join {brand.name}</Title>
      <Paragraph>
        {asName(invitedBy)} invites you to work in {brand.name} as{" "}
        <Strong>{listed(roles).toLowerCase()}</Strong>. You will sign in as {to}.
      </Paragraph>
      <Act href={link}>Accept the invitation</Act>
      <Paragraph>The link is yours alone and works once, until {whenIn(expiresAt, timeZone)}.</Paragraph>
      <Paragraph isLast>If you do not know this laboratory, do nothing.</Paragraph>
    </>
  ),
  previewProps: {
    to: "grace@demo.test",
    invitedBy: "Ada Okafor",
    roles: ["Technician", "Scientist"],
    link: "https://demo.medvuno.example/invitation?token=4uHfVqR0c0tJ0mXn9m0mW1cJ7g6Yb2dJ3kQ8nB5xZ1A",
    expiresAt: new Date("2026-11-27T15:14:00Z"),
    timeZone: "America/Los_Angeles",
  },
};

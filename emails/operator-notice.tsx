import type { Message } from "./message";
import { Act, Lines, Paragraph, Title } from "./parts";
import { asLine } from "./plain";

type OperatorNotice = {
  to: string;
  /** What happened, in our own words: "A provider waits to be verified". */
  what: string;
  /** What there is to know; strangers may have typed parts of it. */
  lines: string[];
  /** Where to act on it. */
  link: string;
};

/** To the people who run the installation, when something waits for them. */
export const operatorNotice: Message<OperatorNotice> = {
  template: "operator-notice",
  subject: ({ what }) => what,
  preview: () => "Something waits for you in the operator's console.",
  Body: ({ what, lines, link }) => (
    <>
      <Title>{what}</Title>
      <Lines lines={lines.slice(0, 20).map((line) => asLine(line))} />
      <Act href={link}>Open the console</Act>
      <Paragraph isLast>You get this because you run this installation.</Paragraph>
    </>
  ),
  previewProps: {
    to: "operator@demo.test",
    what: "A provider waits to be verified",
    lines: ["Grace Moreau, grace@demo.test", "Licence CA48213, 12 years of experience"],
    link: "https://medvuno.example/operator/providers",
  },
};

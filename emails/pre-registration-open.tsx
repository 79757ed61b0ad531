import type { Message } from "./message";
import { Act, Paragraph, Title } from "./parts";

type PreRegistrationOpen = {
  to: string;
  /** Where to register. */
  link: string;
};

/** To everybody who asked to be told when registration opens. */
export const preRegistrationOpen: Message<PreRegistrationOpen> = {
  template: "pre-registration-open",
  subject: (_, brand) => `${brand.name} is open`,
  preview: () => "You asked us to tell you.",
  Body: ({ link, brand }) => (
    <>
      <Title>{brand.name} is open</Title>
      <Paragraph>You asked us to tell you: from today you can register.</Paragraph>
      <Act href={link}>Register</Act>
      <Paragraph isLast>This was the only mail that you asked for. We do not write again.</Paragraph>
    </>
  ),
  previewProps: { to: "ada@demo.test", link: "https://medvuno.example/register" },
};

import type { Message } from "./message";
import { Act, Paragraph, Strong, Title } from "./parts";
import { asName } from "./plain";

type Welcome = {
  to: string;
  firstName: string;
  publicId: string;
  /** Where to sign in. */
  link: string;
};

/** To somebody whose address was just confirmed. */
export const welcome: Message<Welcome> = {
  template: "welcome",
  subject: (_, brand) => `Welcome to ${brand.name}`,
  preview: () => "Your address is confirmed and your account is ready.",
  Body: ({ to, firstName, publicId, link, brand }) => (
    <>
      <Title>Welcome, {asName(firstName)}</Title>
      <Paragraph>Your address is confirmed and your account with {brand.name} is ready.</Paragraph>
      <Paragraph>
        Sign in with {to}, or with your public id <Strong>{publicId}</Strong>. It is yours for good, whatever
        address you use later.
      </Paragraph>
      <Act href={link}>Sign in</Act>
      <Paragraph isLast>We are glad that you are here.</Paragraph>
    </>
  ),
  previewProps: {
    to: "ada@demo.test",
    firstName: "Ada",
    publicId: "MV7K2Q9X4T",
    link: "https://demo.medvuno.example/sign-in",
  },
};

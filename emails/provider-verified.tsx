import type { Message } from "./message";
import { Act, Paragraph, Title } from "./parts";
import { asName } from "./plain";

type ProviderVerified = {
  to: string;
  firstName: string;
  /** Where to sign in. */
  link: string;
};

/** To a provider whose licence an operator has verified. */
export const providerVerified: Message<ProviderVerified> = {
  template: "provider-verified",
  subject: () => "You are verified",
  preview: () => "Your licence was verified. You can begin.",
  Body: ({ firstName, link }) => (
    <>
      <Title>You are verified</Title>
      <Paragraph>Hello {asName(firstName)}, your licence was verified. Welcome as a provider.</Paragraph>
      <Act href={link}>Sign in</Act>
      <Paragraph isLast>We are glad to work with you.</Paragraph>
    </>
  ),
  previewProps: {
    to: "grace@demo.test",
    firstName: "Grace",
    link: "https://medvuno.example/sign-in",
  },
};

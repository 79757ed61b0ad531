import type { Message } from "./message";
import { Act, Paragraph, Title } from "./parts";
import { asLine, asName } from "./plain";

type ProviderRejected = {
  to: string;
  firstName: string;
  /** As the operator wrote it. */
  reason: string;
  /** The account, where it can be put right. */
  link: string;
};

/** To a provider whom an operator could not verify. */
export const providerRejected: Message<ProviderRejected> = {
  template: "provider-rejected",
  subject: () => "We could not verify your registration",
  preview: () => "This is why, and what you can do.",
  Body: ({ firstName, reason, link }) => (
    <>
      <Title>We could not verify you</Title>
      <Paragraph>Hello {asName(firstName)}, we could not verify your registration as a provider.</Paragraph>
      <Paragraph>The reason: {asLine(reason, 500)}</Paragraph>
      <Paragraph>
        Your account stays yours. If something was missing or mistyped, correct it there, and a person looks
        at it again.
      </Paragraph>
      <Act href={link}>Open your account</Act>
      <Paragraph isLast>If it is right as it is, there is nothing to do.</Paragraph>
    </>
  ),
  previewProps: {
    to: "grace@demo.test",
    firstName: "Grace",
    reason: "The licence number is not in the register of your state.",
    link: "https://learn.medvuno.example/account",
  },
};

import type { Message } from "./message";
import { Paragraph, Title } from "./parts";
import { asName } from "./plain";

type ProviderReceived = { to: string; firstName: string };

/** To a provider who registered and confirmed the address. */
export const providerReceived: Message<ProviderReceived> = {
  template: "provider-received",
  subject: () => "We have your registration",
  preview: () => "A person looks at it, and we write to you again.",
  Body: ({ firstName }) => (
    <>
      <Title>We have your registration</Title>
      <Paragraph>
        Hello {asName(firstName)}, thank you for registering as a provider. A person looks at your licence
        now.
      </Paragraph>
      <Paragraph isLast>
        We write to you as soon as it is decided. Until then there is nothing to do.
      </Paragraph>
    </>
  ),
  previewProps: { to: "grace@demo.test", firstName: "Grace" },
};

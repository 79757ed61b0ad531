import type { Message } from "./message";
import { Paragraph, Strong, Title } from "./parts";

type AlreadyRegistered = {
  to: string;
  /** The address that was asked for. */
  host: string;
};

/** To the owner of an account, when somebody signs a laboratory up with its e-mail address. */
export const alreadyRegistered: Message<AlreadyRegistered> = {
  template: "already-registered",
  subject: () => "You have an account already",
  preview: () => "Somebody asked for a new laboratory with your e-mail address.",
  Body: ({ to, host }) => (
    <>
      <Title>You have an account already</Title>
      <Paragraph>
        Somebody asked to open a laboratory at {host} with the e-mail address <Strong>{to}</Strong>. An
        account with this address exists, so no code was sent and nothing was changed.
      </Paragraph>
      <Paragraph>
        If it was you: sign in at the address of your laboratory as you always do. To open a further
        laboratory, sign it up with an e-mail address that has no account yet.
      </Paragraph>
      <Paragraph isLast>If it was not you, do nothing: nobody gets in with your address alone.</Paragraph>
    </>
  ),
  previewProps: { to: "ada@demo.test", host: "harbour.medvuno.example" },
};

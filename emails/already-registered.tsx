import type { Message } from "./message";
import { Act, Link, Paragraph, Strong, Title } from "./parts";

type AlreadyRegistered = {
  to: string;
  /** The address at which somebody registered. */
  host: string;
  signInLink: string;
  resetLink: string;
};

/** To the owner of an account, when somebody registers, or signs a laboratory up, with its e-mail address. */
export const alreadyRegistered: Message<AlreadyRegistered> = {
  template: "already-registered",
  subject: () => "You have an account already",
  preview: () => "Somebody registered with your e-mail address. Nothing was changed.",
  Body: ({ to, host, signInLink, resetLink }) => (
    <>
      <Title>You have an account already</Title>
      <Paragraph>
        Somebody registered at {host} with the e-mail address <Strong>{to}</Strong>. An account with this
        address exists, so no code was sent and nothing was changed.
      </Paragraph>
      <Paragraph>If it was you, sign in with the account that you have.</Paragraph>
      <Act href={signInLink}>Sign in</Act>
      <Paragraph>
        Forgot your password? <Link href={resetLink}>Choose a new one</Link>
      </Paragraph>
      <Paragraph isLast>If it was not you, do nothing: nobody gets in with your address alone.</Paragraph>
    </>
  ),
  previewProps: {
    to: "ada@demo.test",
    host: "harbour.medvuno.example",
    signInLink: "https://medvuno.example/sign-in",
    resetLink: "https://medvuno.example/forgot-password",
  },
};

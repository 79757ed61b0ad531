import { inTransaction, transactionClient } from "@/lib/infra/transaction";

type Letter = {
  id: string;
  recipient: string;
  subject: string;
  template: string;
  text: string;
  html: string;
};

/** What is owed to somebody by mail, oldest first. */
export function lettersTo(recipient: string): Promise<Letter[]> {
  return inTransaction("lims_platform", { laboratoryId: null }, async () => {
    const { rows } = await transactionClient().query<Letter>(
      "select id, recipient, subject, template, text, html from mail where recipient = $1 order by id",
      [recipient],
    );
    return rows;
  });
}

/** The last letter's id. */
export async function mailSentTo(recipient: string): Promise<string> {
  const letter = (await lettersTo(recipient)).at(-1);
  if (!letter) throw new Error(`No mail was sent to ${recipient}.`);
  return letter.id;
}

/** The last letter's six digits. */
export async function codeSentTo(recipient: string): Promise<string> {
  const text = (await lettersTo(recipient)).at(-1)?.text ?? "";
  const code = /^(\d{3}) (\d{3})$/m.exec(text);
  if (!code) throw new Error(`No code was sent to ${recipient}.`);
  return `${code[1]}${code[2]}`;
}

/** The token of the last letter's link; of the last of one message, where others may have come since. */
export async function linkTokenSentTo(recipient: string, template?: string): Promise<string> {
  const letters = await lettersTo(recipient);
  const text = letters.findLast((each) => !template || each.template === template)?.text ?? "";
  const token = /[?&]token=([\w-]{20,})/.exec(text)?.[1];
  if (!token) throw new Error(`No link was sent to ${recipient}.`);
  return token;
}

/** Both parts of the last letter's link to a new password. */
export async function resetLinkSentTo(recipient: string): Promise<{ uid: string; token: string }> {
  const letters = await lettersTo(recipient);
  const text = letters.findLast(({ template }) => template === "password-reset")?.text ?? "";
  const [, uid, token] = /\/reset-password\/([\w-]{36})\/([\w-]{43})/.exec(text) ?? [];
  if (!uid || !token) throw new Error(`No reset link was sent to ${recipient}.`);
  return { uid, token };
}

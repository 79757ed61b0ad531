import { randomBytes } from "node:crypto";
import { type Caller, call, caller, newestMail } from "./api";

export const password = "SecurePassword123!";

/** An address name that nobody has taken in this run. */
export function freshName(): string {
  return `story-${randomBytes(4).toString("hex").replaceAll(/^\d/g, "a")}`;
}

/** Signs a laboratory up at the root address, types the mailed code, and is its administrator at once. */
export async function found(name: string): Promise<Caller> {
  const email = `director@${name}.test`;
  const { body: waiting } = await call("", "POST /laboratories", {
    body: {
      name: "Century Hospital Laboratory",
      slug: name,
      time_zone: "America/Los_Angeles",
      currency: "USD",
      admin: { email, password, first_name: "Dana", last_name: "Director" },
    },
  });
  const code = /\b\d{3}[ \u00a0]?\d{3}\b/.exec((await newestMail(email)).text)?.[0]?.replaceAll(/\D/g, "");
  const { body } = await call("", "POST /laboratories/confirm", {
    body: { registration_id: waiting.registration_id, code },
  });
  if (!body.access) throw new Error(`The laboratory could not be opened: ${JSON.stringify(body)}`);
  return caller(name, body.access);
}

/** Invites a colleague, who follows the link in the mail. */
export async function hire(
  administrator: Caller,
  name: string,
  roles: string[],
  who: string,
  about: Record<string, unknown> = {},
): Promise<Caller> {
  const email = `${who}@${name}.test`;
  await administrator("POST /invitations", { body: { email, roles, ...about } });
  const token = /token=([\w.-]+)/.exec((await newestMail(email)).text)?.[1];
  const { body } = await call(name, "POST /invitations/accept", {
    body: { token, first_name: who, last_name: "Colleague", password },
  });
  if (!body.access) throw new Error(`${who} could not join: ${JSON.stringify(body)}`);
  return caller(name, body.access);
}

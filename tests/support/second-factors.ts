import { Secret, TOTP } from "otpauth";
import { addPasskey } from "@/lib/accounts/operations/add-passkey";
import { confirmTotp } from "@/lib/accounts/operations/confirm-totp";
import { enrolTotp } from "@/lib/accounts/operations/enrol-totp";
import { login } from "@/lib/accounts/operations/login";
import { orderPasskey } from "@/lib/accounts/operations/order-passkey";
import { now } from "@/lib/core/clock";
import { a, type Lab, type Person } from "./a";
import { Authenticator } from "./authenticator";
import { answer } from "./signed-in";

/** What an app shows so many steps of thirty seconds from now. */
export function shown(secret: string, steps = 0): string {
  const timestamp = now().getTime() + steps * 30_000;
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp });
}

/** Gives somebody an authenticator app. Its first code is spent: the next one is good. */
export async function withTotp(person: Person): Promise<{ secret: string; recoveryCodes: string[] }> {
  const { secret } = await person.does(enrolTotp);
  const { recoveryCodes } = await person.does(confirmTotp, { body: { code: shown(secret, -1) } });
  return { secret, recoveryCodes: recoveryCodes ?? [] };
}

/** Gives somebody a passkey of the address they are at. */
export async function withPasskey(person: Person, name = "Laptop"): Promise<Authenticator> {
  const authenticator = new Authenticator(person.actor.from);
  const asked = await person.does(orderPasskey);
  await person.does(addPasskey, { body: authenticator.make(asked, name) });
  return authenticator;
}

/** The password is right: what the second step is named by. @throws when none was asked for. */
export async function firstStep(lab: Lab, email: string): Promise<{ mfaToken: string; methods: string[] }> {
  const nobody = lab.anonymous();
  const said = await answer(login, nobody.actor, { body: { identifier: email, password: a.password } });
  if (!("mfaRequired" in said)) throw new Error("No second factor was asked for.");
  return said;
}

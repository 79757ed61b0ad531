import { login } from "@/lib/accounts/operations/login";
import type { SignedIn } from "@/lib/accounts/schema";
import { programActor, sessionActor } from "@/lib/api/actor";
import type { RawInput } from "@/lib/api/input";
import { perform } from "@/lib/api/perform";
import type { Actor } from "@/lib/core/actor";
import { hostOf, originOf, type Place } from "@/lib/infra/hosts";
import type { AnswerOf, AnyOperation } from "@/lib/infra/operation";
import { a, type Lab } from "@/tests/support/a";
import { entered } from "./entered";

/** A laboratory's address. */
export function placeOf(lab: Lab): Place {
  return { kind: "laboratory", slug: lab.ref.slug };
}

/** What a request with this access token is taken for at a place. @throws Problem as the API door would. */
export function bearer(access: string, at: Lab | Place): Promise<Actor> {
  const place = "ref" in at ? placeOf(at) : at;
  return programActor(`Bearer ${access}`, place, {
    ...a.anyone(place).actor.from,
    host: hostOf(place),
    origin: originOf(place),
  });
}

/** What a request with this browser session is taken for; null when it is nobody's. */
export function cookie(claim: { sessionId: string; accountId: string }, at: Lab): Promise<Actor | null> {
  return sessionActor(claim, "browser", at.anonymous().actor.from);
}

/** Signs in through the operation, from an address of its own unless `from` is given. */
export async function signIn(
  lab: Lab,
  email: string,
  password: string = a.password,
  from?: Partial<Actor["from"]>,
): Promise<SignedIn> {
  const nobody = lab.anonymous();
  const actor = { ...nobody.actor, from: { ...nobody.actor.from, ...from } };
  return entered(await answer(login, actor, { body: { identifier: email, password } }));
}

/** The same at the root address, where operators work. */
export async function signInAtRoot(email: string): Promise<SignedIn> {
  const body = { identifier: email, password: a.password };
  return entered(await answer(login, a.anyone().actor, { body }));
}

/** Performs as this actor. What perform answers with has the operation's own output shape. */
export async function answer<Op extends AnyOperation>(op: Op, actor: Actor, input: RawInput = {}) {
  const { body } = await perform(op, actor, input);
  return body as AnswerOf<Op>;
}

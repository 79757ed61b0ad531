import "server-only";
import type { PlatformContext } from "@/lib/infra/operation";
import { findPerson } from "../repository";
import type { PasskeyProof } from "../schema.second-factors";
import { takePasskey, wrongPasskey } from "./second-factor";
import { belongsHere, type Entrant } from "./sign-in";

/** Lets in who proved a passkey of this host and belongs here: it is two factors in one. */
export async function admitPasskey(context: PlatformContext, proof: PasskeyProof): Promise<Entrant> {
  const { db, actor, now, about, refuse } = context;
  const { laboratory } = actor;
  const passkey = await takePasskey(db, now, actor, { proof, purpose: "sign_in", accountId: null });
  const person = passkey && (await findPerson(db, passkey.accountId, laboratory?.id ?? null));
  if (!person || !belongsHere(actor, person)) return refuse(wrongPasskey());
  const name = person.member?.name ?? person.account.publicId;
  about({ recordId: person.account.id, details: { name, factor: "passkey" } });
  return { ...person, laboratory, proved: { first: "passkey" } };
}

import "server-only";
import type { z } from "zod";
import type { Actor, LaboratoryRef } from "@/lib/core/actor";
import { newId } from "@/lib/core/ids";
import { hostOf, originOf, type Place } from "@/lib/infra/hosts";
import type { AnyOperation } from "@/lib/infra/operation";
import type { RawInput } from "./input";
import { perform } from "./perform";

/** The background door: an operation in the system's own name, in one laboratory or in none. */
export async function job<Op extends AnyOperation>(
  op: Op,
  laboratory: LaboratoryRef | null,
  input: RawInput,
): Promise<z.output<Op["output"]>> {
  const place: Place = laboratory ? { kind: "laboratory", slug: laboratory.slug } : { kind: "root" };
  const from = {
    host: hostOf(place),
    origin: originOf(place),
    ip: null,
    device: "background work",
    requestId: newId(),
  };
  const nobody = { account: null, member: null, session: null };
  const actor: Actor = { kind: "job", name: "MedVuno", laboratory, ...nobody, from };
  const { body } = await perform(op, actor, input);
  // `perform` answers with the operation's own output.
  return body as z.output<Op["output"]>;
}

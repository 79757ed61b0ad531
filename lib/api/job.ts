import "server-only";
import type { z } from "zod";
import type { Actor, LaboratoryRef } from "@/lib/core/actor";
import { newId } from "@/lib/core/ids";
import { notFound } from "@/lib/core/problem";
import { hostOf, originOf, type Place } from "@/lib/infra/hosts";
import type { AnyOperation } from "@/lib/infra/operation";
import { alone } from "@/lib/infra/transaction";
import type { RawInput } from "./input";
import { perform } from "./perform";
import { readReceipt } from "./receipts";

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

/**
 * The same, once for each name: a step whose answer was lost on its way is answered again and does nothing.
 * @param once the task's and the step's name together.
 */
export async function jobOnce<Op extends AnyOperation>(
  op: Op,
  laboratoryId: string | null,
  input: Omit<RawInput, "receipt">,
  once: string,
): Promise<z.output<Op["output"]>> {
  const before = await readReceipt(once);
  // The receipt holds what this very operation answered; null stands for an empty answer.
  if (before) return (before.answer ?? undefined) as z.output<Op["output"]>;
  const laboratory = laboratoryId === null ? null : await laboratoryOf(laboratoryId);
  try {
    return await job(op, laboratory, { ...input, receipt: once });
  } catch (error) {
    // Another worker was quicker; or the answer to our own commit was lost.
    const since = await readReceipt(once);
    if (!since) throw error;
    return (since.answer ?? undefined) as z.output<Op["output"]>;
  }
}

/** Work goes on for a laboratory that is suspended: its mail, its clean-up. */
async function laboratoryOf(id: string): Promise<LaboratoryRef> {
  const [row] = await alone<{ found: LaboratoryRef }>(
    "lims_platform",
    "select laboratory_ref(l) as found from laboratory l where id = $1",
    [id],
  );
  if (!row) throw notFound();
  return row.found;
}

import "server-only";
import { z } from "zod";
import { notFound, Problem } from "@/lib/core/problem";
import { checkVersion } from "@/lib/core/version";
import { operation } from "@/lib/infra/operation";
import { presentPrice } from "../presenter";
import { findPrice, writePrice } from "../repository.prices";
import { NewPrice, Price } from "../schema.sold";
import { Code } from "../schema.words";

export const setPrice = operation({
  id: "prices.set",
  http: "PUT /prices/{code}",
  summary: "Set what a test or a panel costs; orders and invoices that exist keep their prices.",
  description: "`If-Match` is required when the code has a price already.",
  scope: "laboratory",
  permission: "price:manage",
  limit: "write",
  audit: "price.set",
  input: { params: z.strictObject({ code: Code }), body: NewPrice },
  output: Price,
  fails: ["not_found", "conflict", "precondition_required", "precondition_failed", "validation_failed"],
  ifMatch: "optional",
  async run({ db, actor, now, ifMatch, about }, { params: { code }, body: { amount } }) {
    const laboratoryId = actor.laboratory.id;
    const before = await findPrice(db, laboratoryId, code);
    if (before && ifMatch === null) {
      throw new Problem(
        "precondition_required",
        "This has a price already. Read it first and send its version as If-Match, so that nobody's change is lost.",
      );
    }
    if (before) checkVersion(before.version, ifMatch);
    await writePrice(db, laboratoryId, { code, amount, version: before?.version ?? null }, now);
    const after = await findPrice(db, laboratoryId, code);
    if (!after) throw notFound();
    about({ recordId: code, details: { from: before?.amount ?? null, to: amount } });
    return presentPrice(after, actor.laboratory.currency);
  },
});

import "server-only";
import { z } from "zod";
import { findPanels, findTests, type Orderable, orderables } from "@/lib/catalogue/repository";
import { type LabActor, may } from "@/lib/core/actor";
import { notAudited, operation } from "@/lib/infra/operation";
import { OrderableItems } from "../schema.ordering";

const SHOWN = 12;

export const findOrderables = operation({
  id: "orders.findOrderables",
  http: "page",
  summary: "Find tests and panels to order, with what each contains.",
  scope: "laboratory",
  permission: "order:place",
  limit: "read",
  audit: notAudited("The catalogue holds nothing about patients."),
  input: { query: z.strictObject({ q: z.string().trim().max(100).default("") }) },
  output: OrderableItems,
  fails: [],
  async run({ db, actor }, { query: { q } }) {
    const laboratoryId = actor.laboratory.id;
    const panels = await findPanels(db, laboratoryId, { q, limit: SHOWN });
    const tests = await findTests(db, laboratoryId, { q, limit: SHOWN });
    const complete = panels.filter((panel) => panel.tests.every(({ test }) => test.retiredAt === null));
    const codes = [
      ...complete.map(({ code }) => ({ panelCode: code })),
      ...tests.map(({ code }) => ({ testCode: code })),
    ];
    const found = await orderables(db, laboratoryId, codes);
    return { data: bestFirst(found, q).slice(0, SHOWN).map(presenterFor(actor)) };
  },
});

/** Who types a code in full means it; a name that begins so comes before one that only contains it. */
function bestFirst(found: readonly Orderable[], q: string): Orderable[] {
  const typed = q.toLowerCase();
  const rank = ({ code, name }: Orderable) => {
    if (code.toLowerCase() === typed) return 0;
    return name.toLowerCase().startsWith(typed) || code.toLowerCase().startsWith(typed) ? 1 : 2;
  };
  return found.toSorted((one, other) => rank(one) - rank(other));
}

function presenterFor(actor: LabActor) {
  const seesPrices = may(actor, "price:read") || may(actor, "invoice:read");
  return ({ kind, code, name, price, tests }: Orderable) => ({
    ...{ kind, code, name },
    ...(seesPrices && { price }),
    tests: tests.map(({ sampleType, collection, turnaroundMinutes, analytes, ...test }) => ({
      code: test.code,
      name: test.name,
      sampleType: {
        code: sampleType.code,
        name: sampleType.name,
        container: sampleType.container,
        cap: sampleType.cap,
      },
      collection,
      turnaroundMinutes,
      analytes: analytes.map((analyte) => analyte.name),
    })),
  });
}

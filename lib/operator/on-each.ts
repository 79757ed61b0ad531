import "server-only";
import { z } from "zod";
import { Id } from "@/lib/core/ids";
import { Problem, reportProblem } from "@/lib/core/problem";

const itemsMax = 100;

/** What is acted on: each once, as many as a page shows. */
export const ActedOn = z.array(Id).min(1).max(itemsMax, `Name at most ${itemsMax} at once.`);

const ItemProblem = z.object({
  code: z.string(),
  status: z.int(),
  title: z.string(),
  detail: z.string(),
  errors: z.record(z.string(), z.array(z.string())).optional(),
  members: z.record(z.string(), z.unknown()).optional(),
});

/** What became of each, in the order they were named. */
export const Outcomes = z.object({
  data: z.array(z.object({ id: Id, ok: z.boolean(), problem: ItemProblem.optional() })),
});
export type Outcomes = z.infer<typeof Outcomes>;

/**
 * One verb over several records, each by itself: one that is refused does not stop the others.
 * @param act one record. It throws its Problem before it has touched anything.
 */
export async function onEach(
  ids: readonly string[],
  act: (id: string) => Promise<unknown>,
): Promise<Outcomes> {
  const data: Outcomes["data"] = [];
  const named = new Set<string>();
  for (const id of ids) {
    try {
      if (named.has(id)) throw new Problem("conflict", "This is named twice.");
      named.add(id);
      await act(id);
      data.push({ id, ok: true });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      data.push({ id, ok: false, problem: reportProblem(error) });
    }
  }
  return { data };
}

import { alone } from "./transaction";

/**
 * The next number of a laboratory's counter, given out once and never again (R3). It is taken outside the
 * operation's transaction, in `prepare`, so orders never wait for one another; an abandoned one is a gap.
 */
export async function nextNumber(laboratoryId: string, counter: string): Promise<number> {
  const [row] = await alone<{ given: string }>("lims_lab", "select next_number($1, $2) as given", [
    laboratoryId,
    counter,
  ]);
  if (!row) throw new Error("A counter gives a number.");
  return Number(row.given);
}

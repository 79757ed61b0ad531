import "server-only";
import { z } from "zod";
import { notAudited, openTo, operation } from "@/lib/infra/operation";

const atMost = 10_000;

/**
 * Chains what has been written since (R25). The work is one function of the database, which runs as the role that
 * alone may write seals.
 */
export const sealAudit = operation({
  id: "audit.seal",
  http: "page",
  summary: "Seal the audit trails: each new event is chained to the one before it.",
  scope: "platform",
  permission: openTo("operator", "It only adds seals to events that are there."),
  limit: "write",
  audit: notAudited("A seal upon each seal would never end."),
  input: {},
  output: z.object({ sealed: z.int() }),
  fails: [],
  async run({ db }) {
    const [row] = await db.sql<{ sealed: number }>("select seal_audit($1) as sealed", [atMost]);
    return { sealed: row?.sealed ?? 0 };
  },
});

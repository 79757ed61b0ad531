import "server-only";
import { z } from "zod";
import { Id } from "@/lib/core/ids";
import { page, pageOf, pageQuery, readCursor } from "@/lib/core/paging";
import { operation } from "@/lib/infra/operation";
import { presentEvent } from "../presenter";
import { findEvents } from "../repository";
import { AuditEvent } from "../schema";

const Instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text));

export const listAuditEvents = operation({
  id: "audit.list",
  http: "GET /audit-events",
  summary: "Read the audit trail, newest first.",
  scope: "laboratory",
  permission: "audit:read",
  limit: "read",
  audit: "audit.read",
  input: {
    query: z.strictObject({
      ...pageQuery,
      actorId: Id.optional().meta({ description: "The member who acted." }),
      recordType: z.string().max(60).optional().meta({ example: "sample" }),
      recordId: z.string().max(100).optional(),
      orderId: Id.optional().meta({ description: "Everything about one order." }),
      patientId: Id.optional().meta({ description: "Everything about one patient." }),
      action: z.string().max(100).optional().meta({ example: "sample.accessioned" }),
      outcome: z.enum(["done", "refused"]).optional(),
      from: Instant.optional().meta({ description: "Inclusive." }),
      to: Instant.optional().meta({ description: "Exclusive." }),
    }),
  },
  output: pageOf(AuditEvent),
  fails: [],
  async run({ db, actor, about }, { query: { limit, cursor, ...filter } }) {
    const [at, id] = readCursor(cursor, ["instant", "id"]) ?? [];
    const before = at === undefined ? null : { at: new Date(String(at)), id: String(id) };
    const rows = await findEvents(db, actor.laboratory.id, filter, { before, take: limit + 1 });
    const listed = page(rows, limit, (row) => [row.at.toISOString(), row.id], presentEvent);
    about({ details: { shown: listed.data.length } });
    return listed;
  },
});

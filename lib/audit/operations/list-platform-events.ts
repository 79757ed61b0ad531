import "server-only";
import { z } from "zod";
import { Id } from "@/lib/core/ids";
import { page, pageOf, pageQuery, readCursor } from "@/lib/core/paging";
import { openTo, operation } from "@/lib/infra/operation";
import { presentPlatformEvent } from "../presenter";
import { findPlatformEvents } from "../repository.platform";
import { EventSort, PlatformEvent } from "../schema.platform";

const Instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text));

export const listPlatformEvents = operation({
  id: "operator.listAuditEvents",
  http: "GET /operator/audit-events",
  summary: "Read what happened outside any one laboratory.",
  description: "Sign-ups, what happened at the root address and the portal, and what operators did.",
  scope: "platform",
  permission: openTo("operator", "Nothing clinical happens outside a laboratory."),
  limit: "read",
  audit: "audit.read",
  input: {
    query: z.strictObject({
      ...pageQuery,
      actorId: Id.optional().meta({ description: "The account that acted." }),
      action: z.string().max(100).optional().meta({ example: "laboratory.suspended" }),
      recordId: z.string().max(100).optional().meta({ description: "What it happened to." }),
      outcome: z.enum(["done", "refused"]).optional(),
      from: Instant.optional().meta({ description: "Inclusive." }),
      to: Instant.optional().meta({ description: "Exclusive." }),
      sort: EventSort.default("newest"),
    }),
  },
  output: pageOf(PlatformEvent),
  fails: ["malformed_request"],
  async run({ db, about }, { query: { limit, cursor, sort, ...filter } }) {
    const [at, id] = readCursor(cursor, ["instant", "id"]) ?? [];
    const after = at !== undefined && id !== undefined ? { at: new Date(at), id } : null;
    const rows = await findPlatformEvents(db, filter, { sort, after, take: limit + 1 });
    const listed = page(rows, limit, (row) => [row.at.toISOString(), row.id], presentPlatformEvent);
    about({ details: { shown: listed.data.length } });
    return listed;
  },
});

import "server-only";
import { z } from "zod";
import { Id } from "@/lib/core/ids";
import { notFound } from "@/lib/core/problem";
import { notAudited, openTo, operation } from "@/lib/infra/operation";
import { detailsAreShown, isShown, timelineReach } from "../policy";
import { presentEntry } from "../presenter";
import { findOrderFor, findTimeline } from "../repository";
import { TimelineEntry } from "../schema";

const MOST = 200;

export const readTimeline = operation({
  id: "audit.timeline",
  http: "page",
  summary: "Read what happened to one record.",
  scope: "laboratory",
  permission: openTo("member", "it answers only to members who may read that kind of record"),
  limit: "read",
  audit: notAudited("Opening the record itself is an event."),
  input: {
    query: z.union([
      z.strictObject({ orderId: Id }),
      z.strictObject({ patientId: Id }),
      z.strictObject({ recordType: z.string().max(60), recordId: z.string().max(100) }),
    ]),
  },
  output: z.object({ data: z.array(TimelineEntry) }),
  fails: ["not_found"],
  async run({ db, actor }, { query }) {
    const recordType = "orderId" in query ? "order" : "patientId" in query ? "patient" : query.recordType;
    const reach = timelineReach(actor, recordType);
    const providerId = actor.member?.providerId ?? null;
    // What a caller may not know of answers as what is not there.
    if (reach === "none" || (reach === "own" && providerId === null)) throw notFound();
    if ("orderId" in query) {
      const own = reach === "own" ? (providerId ?? undefined) : undefined;
      await findOrderFor(db, actor.laboratory.id, query.orderId, own);
    } else if (reach === "own") {
      throw notFound();
    }
    const rows = await findTimeline(db, actor.laboratory.id, query, MOST);
    return {
      data: rows
        .filter((row) => isShown(actor, row.recordType))
        .map((row) => presentEntry(row, detailsAreShown(actor, row.recordType))),
    };
  },
});

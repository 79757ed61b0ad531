import "server-only";
import { z } from "zod";
import { page, pageOf, pageQuery, readCursor } from "@/lib/core/paging";
import { notAudited, openTo, operation } from "@/lib/infra/operation";
import { presentDevice } from "../presenter.watch";
import { findDevices } from "../repository.devices";
import { DeviceView } from "../schema.watch";

export const listDevices = operation({
  id: "devices.list",
  http: "GET /devices",
  summary: "See the devices that you sign in from, the one used last first.",
  scope: "platform",
  permission: openTo("account", "Everybody may see their own devices."),
  limit: "read",
  audit: notAudited("A person looks at their own devices."),
  input: { query: z.strictObject(pageQuery) },
  output: pageOf(DeviceView),
  fails: ["malformed_request"],
  async run({ db, actor, now }, { query }) {
    if (!actor.account) return { data: [], nextCursor: null, hasMore: false };
    const [lastSeenAt, id] = readCursor(query.cursor, ["instant", "id"]) ?? [];
    const rows = await findDevices(db, now, {
      accountId: actor.account.id,
      before: lastSeenAt && id ? { lastSeenAt, id } : null,
      limit: query.limit,
    });
    const current = actor.session?.id ?? null;
    return page(
      rows,
      query.limit,
      (row) => [row.lastSeenAt.toISOString(), row.id],
      (row) => presentDevice(row, current),
    );
  },
});

import "server-only";
import { z } from "zod";
import { page, pageOf, pageQuery, readCursor } from "@/lib/core/paging";
import { notAudited, openTo, operation } from "@/lib/infra/operation";
import { presentSession } from "../presenter";
import { presentDevice, presentWarning } from "../presenter.watch";
import { findDevices } from "../repository.devices";
import { findOpenSessions } from "../repository.sessions";
import { warningsOf } from "../repository.suspicions";
import { SessionView } from "../schema";
import { DeviceView, WarningView } from "../schema.watch";

const warningDays = 30;

export const openSessionsPage = operation({
  id: "auth.openSessionsPage",
  http: "page",
  summary: "See your sessions, your devices and the warnings of the last 30 days.",
  scope: "platform",
  permission: openTo("account", "Everybody may see what concerns their own account."),
  limit: "read",
  audit: notAudited("A person looks at their own sessions."),
  input: { query: z.strictObject(pageQuery) },
  output: z.object({
    sessions: pageOf(SessionView),
    devices: z.array(DeviceView),
    warnings: z.array(WarningView),
    /** The person's own zone; null while they have chosen none. */
    timeZone: z.string().nullable(),
  }),
  fails: ["malformed_request"],
  async run({ db, actor, now }, { query }) {
    const accountId = actor.account?.id ?? "";
    const current = actor.session?.id ?? null;
    const before = readCursor(query.cursor, ["id"])?.[0] ?? null;
    const sessions = await findOpenSessions(db, now, { accountId, before, limit: query.limit });
    const devices = await findDevices(db, now, { accountId, before: null, limit: 50 });
    const since = new Date(now.getTime() - warningDays * 24 * 3_600_000);
    const warnings = await warningsOf(db, accountId, since, 20);
    const account = await db.account.findFirst({ where: { id: accountId }, select: { timeZone: true } });
    return {
      sessions: page(
        sessions,
        query.limit,
        (row) => [row.id],
        (row) => presentSession(row, current),
      ),
      devices: devices.map((row) => presentDevice(row, current)),
      warnings: warnings.map(presentWarning),
      timeZone: account?.timeZone ?? null,
    };
  },
});

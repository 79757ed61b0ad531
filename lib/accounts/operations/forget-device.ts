import "server-only";
import { z } from "zod";
import { Id } from "@/lib/core/ids";
import { notFound } from "@/lib/core/problem";
import { openTo, operation } from "@/lib/infra/operation";
import { forgetDevice as forget } from "../repository.devices";
import { endSessions } from "../repository.sessions";

export const forgetDevice = operation({
  id: "devices.forget",
  http: "DELETE /devices/{deviceId}",
  summary: "Sign a device out and forget it: when it comes again it is new.",
  scope: "platform",
  permission: openTo("account", "Everybody may forget their own devices."),
  limit: "write",
  audit: "device.forgotten",
  input: { params: z.strictObject({ deviceId: Id }) },
  output: z.undefined(),
  fails: ["not_found"],
  async run({ db, actor, now, about }, { params: { deviceId } }) {
    const accountId = actor.account?.id;
    if (!accountId || !(await forget(db, now, { accountId, id: deviceId }))) throw notFound();
    const sessionsEnded = await endSessions(db, now, { accountId, deviceId }, "signed_out");
    about({ recordId: deviceId, details: { sessionsEnded } });
    return undefined;
  },
});

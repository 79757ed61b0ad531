import "server-only";
import { notAudited, openTo, operation } from "@/lib/infra/operation";
import { presentLaboratory } from "../presenter";
import { readLaboratory } from "../repository";
import { Laboratory } from "../schema";

export const openSettings = operation({
  id: "laboratory.open",
  http: "GET /laboratory",
  summary: "See the laboratory's name, address, contacts, formats and policies.",
  scope: "laboratory",
  permission: openTo("member", "It is what every member works in, and what reports print."),
  limit: "read",
  audit: notAudited("It holds nothing about patients."),
  input: {},
  output: Laboratory,
  fails: [],
  run: async ({ db, actor }) => presentLaboratory(await readLaboratory(db, actor.laboratory.id)),
});

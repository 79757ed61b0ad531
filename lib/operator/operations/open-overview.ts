import "server-only";
import { notAudited, openTo, operation } from "@/lib/infra/operation";
import { countWhatWaits } from "../repository.console";
import { Overview } from "../schema.console";

export const openOverview = operation({
  id: "operator.overview",
  http: "GET /operator/overview",
  summary: "See what waits for an operator.",
  scope: "platform",
  permission: openTo("operator", "Numbers of the installation, none of a laboratory's work."),
  limit: "read",
  audit: notAudited("It tells nothing about persons."),
  input: {},
  output: Overview,
  fails: [],
  run: ({ db, now }) => countWhatWaits(db, now),
});

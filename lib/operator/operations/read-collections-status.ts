import "server-only";
import { notAudited, openTo, operation } from "@/lib/infra/operation";
import { readStatistics } from "../repository.console";
import { DatabaseStatistics } from "../schema.console";

export const readCollectionsStatus = operation({
  id: "operator.collectionsStatus",
  http: "GET /operator/collections-status",
  summary: "See how many rows each table holds and how large it is, as PostgreSQL estimates it.",
  scope: "platform",
  permission: openTo("operator", "Sizes of tables, nothing of what stands in them."),
  limit: "read",
  audit: notAudited("It tells nothing about persons."),
  input: {},
  output: DatabaseStatistics,
  fails: [],
  run: ({ db }) => readStatistics(db),
});

import "server-only";
import { z } from "zod";
import { Id } from "@/lib/core/ids";
import { notAudited, operation } from "@/lib/infra/operation";
import { presentTest } from "../presenter";
import { findTest } from "../repository.find";
import { Test } from "../schema.sold";

export const readTest = operation({
  id: "tests.read",
  http: "GET /tests/{testId}",
  summary: "Read a test.",
  scope: "laboratory",
  permission: "catalogue:read",
  limit: "read",
  audit: notAudited("The catalogue holds nothing about patients."),
  input: { params: z.strictObject({ testId: Id }) },
  output: Test,
  fails: ["not_found"],
  async run({ db, actor }, { params }) {
    return presentTest(await findTest(db, actor.laboratory.id, params.testId));
  },
});

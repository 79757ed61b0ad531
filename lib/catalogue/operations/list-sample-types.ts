import "server-only";
import { z } from "zod";
import { notAudited, operation } from "@/lib/infra/operation";
import { presentSampleType } from "../presenter";
import { findSampleTypes } from "../repository.find";
import { SampleType } from "../schema";

export const listSampleTypes = operation({
  id: "sample-types.list",
  http: "GET /sample-types",
  summary: "List the kinds of sample and their containers, all of them.",
  scope: "laboratory",
  permission: "catalogue:read",
  limit: "read",
  audit: notAudited("The catalogue holds nothing about patients."),
  input: {},
  output: z.object({ data: z.array(SampleType) }),
  fails: [],
  async run({ db, actor }) {
    return { data: (await findSampleTypes(db, actor.laboratory.id)).map(presentSampleType) };
  },
});

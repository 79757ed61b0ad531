import "server-only";
import { z } from "zod";
import type { Permission } from "@/lib/core/access";
import { may } from "@/lib/core/actor";
import { Id } from "@/lib/core/ids";
import { type FieldErrors, invalidFields, Problem, reportProblem } from "@/lib/core/problem";
import { type LabContext, openTo, operation } from "@/lib/infra/operation";
import { enterOnSamples } from "@/lib/results/operations/enter-results";
import { verifyOnSamples } from "@/lib/results/operations/verify-results";
import { EnterResults, VerifyResults } from "@/lib/results/schema";
import { accessionSamples } from "@/lib/samples/operations/accession-samples";
import { collectSamples } from "@/lib/samples/operations/collect-samples";
import { disposeOfSamples } from "@/lib/samples/operations/dispose-of-samples";
import { rejectSamples } from "@/lib/samples/operations/reject-samples";
import { storeSamples } from "@/lib/samples/operations/store-samples";
import {
  Arrival,
  Collection,
  Disposal,
  type ItemOutcome,
  Rejection,
  type SampleItem,
  Storage,
} from "@/lib/samples/schema";
import { prepareNotices } from "../notices";
import { ReleaseResults } from "../schema";
import { releaseOnSamples } from "./release-samples";

type Action = {
  permission: Permission;
  run: (context: LabContext, items: readonly SampleItem<unknown>[]) => Promise<ItemOutcome[]>;
};

/** What can be done to many samples at once: the very verbs that do it to one, with their permissions. */
const actions = {
  collect: verb("sample:collect", Collection, collectSamples),
  accession: verb("sample:accession", Arrival, accessionSamples),
  reject: verb("sample:reject", Rejection, rejectSamples),
  enter_results: verb("result:enter", EnterResults, enterOnSamples),
  verify: verb("result:verify", VerifyResults, verifyOnSamples),
  release: verb("result:release", ReleaseResults, releaseOnSamples),
  store: verb("sample:store", Storage, storeSamples),
  dispose: verb("sample:store", Disposal, disposeOfSamples),
} satisfies Record<string, Action>;

type ActionName = keyof typeof actions;

// The table above has these keys and no others.
const ActionName = z.enum(Object.keys(actions) as [ActionName, ...ActionName[]]);

const ITEMS_MAX = 500;

const SampleActions = z
  .strictObject({
    action: ActionName,
    items: z
      .array(
        z.strictObject({
          sampleId: Id,
          version: z.int().positive().optional(),
          /** As the action takes it for one sample. */
          body: z.record(z.string(), z.unknown()).default({}),
        }),
      )
      .min(1)
      .max(ITEMS_MAX),
  })
  .meta({
    example: { action: "verify", items: [{ sample_id: "019a9f3e-7c1b-7d52-9a44-5c1f0e2b7a10", version: 4 }] },
  });

const ItemProblem = z.object({
  code: z.string(),
  status: z.int(),
  title: z.string(),
  detail: z.string(),
  errors: z.record(z.string(), z.array(z.string())).optional(),
  members: z.record(z.string(), z.unknown()).optional(),
});

export const actOnSamples = operation({
  id: "samples.act",
  http: "POST /samples/actions",
  summary: "Do one thing to many samples, each by itself: one that is refused does not stop the others.",
  description:
    "Samples of one order that are released together make one version of its report, and are refused together.",
  scope: "laboratory",
  permission: openTo("member", "Each action asks for the permission that it asks for on one sample."),
  limit: "write",
  audit: "sample.acted_on",
  input: { body: SampleActions },
  output: z.object({
    data: z.array(z.object({ sampleId: Id, ok: z.boolean(), problem: ItemProblem.optional() })),
  }),
  fails: ["forbidden", "validation_failed", "conflict"],
  bodyLimit: 4 * 1024 * 1024,
  prepare: async ({ actor }, { body }) =>
    body.action === "release" ? await prepareNotices(actor) : undefined,
  async run(context, { body: { action: name, items } }) {
    const { permission, run } = actions[name];
    if (!may(context.actor, permission)) {
      throw new Problem("forbidden", "None of your roles in this laboratory allows this action.");
    }
    const about: LabContext["about"] = ({ details, ...subject }) =>
      context.about({ ...subject, details: { action: name, ...details } });

    const ids = items.map(({ sampleId }) => sampleId);
    const again = ids.filter((id, place) => ids.indexOf(id) < place);
    if (again.length > 0) {
      throw new Problem("conflict", "A sample is named twice. Name each sample once.", {
        members: { sampleIds: again },
      });
    }
    const outcomes = await run({ ...context, about }, items);
    const byId = new Map(outcomes.map((outcome) => [outcome.sampleId, outcome.problem]));
    return {
      data: items.map(({ sampleId }) => {
        const problem = byId.get(sampleId);
        return { sampleId, ok: !problem, ...(problem && { problem: reportProblem(problem) }) };
      }),
    };
  },
});

/** A verb over many samples, its bodies parsed as those of the same verb on one are. */
function verb<Body extends z.ZodType>(
  permission: Permission,
  schema: Body,
  act: (context: LabContext, items: readonly SampleItem<z.output<Body>>[]) => Promise<ItemOutcome[]>,
): Action {
  return {
    permission,
    async run(context, items) {
      const refused: ItemOutcome[] = [];
      const granted: SampleItem<z.output<Body>>[] = [];
      for (const { sampleId, version, body } of items) {
        const parsed = schema.safeParse(body);
        if (parsed.success) granted.push({ sampleId, version, body: parsed.data });
        else refused.push({ sampleId, problem: invalidFields(fieldErrors(parsed.error)) });
      }
      return [...refused, ...(granted.length > 0 ? await act(context, granted) : [])];
    },
  };
}

function fieldErrors({ issues }: z.ZodError): FieldErrors {
  // A map: a field that somebody called "constructor" is a field like any other.
  const errors = new Map<string, string[]>();
  for (const issue of issues.slice(0, 100)) {
    const unknown = issue.code === "unrecognized_keys" ? issue.keys : [];
    const field = [...issue.path, ...unknown.slice(0, 1)].map(String).join(".") || "body";
    const message = unknown.length > 0 ? "This field is not known here. Leave it out." : issue.message;
    errors.set(field, [...(errors.get(field) ?? []), message]);
  }
  return Object.fromEntries(errors);
}

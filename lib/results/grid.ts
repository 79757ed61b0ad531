import type { JudgedAnalyte } from "@/lib/catalogue/repository";
import { type LabActor, may } from "@/lib/core/actor";
import type { Subject } from "@/lib/core/interval";
import { mayFollow } from "@/lib/core/lifecycle";
import type { SampleState } from "@/lib/orders/schema";
import { judgeValue } from "./judgement";
import { type ResultMove, resultLifecycle } from "./lifecycle";
import { whyNotAmend, whyNotEnter, whyNotNotify, whyNotVerify } from "./policy";
import { flagOf, presentInterval, presentLimit } from "./presenter";
import type { PreviousValue } from "./repository.grid";
import type { ResultRow } from "./repository.row";
import type { GridLine, GridRound } from "./schema.queues";

/** What the lines of a grid are made of. */
export type GridParts = {
  actor: LabActor;
  subject: Subject;
  sampleState: SampleState;
  results: readonly ResultRow[];
  analytes: ReadonlyMap<string, JudgedAnalyte>;
  previous: ReadonlyMap<string, PreviousValue>;
  openCalls: ReadonlySet<string>;
};

/** The lines of a sample under their headings. What was replaced, superseded or is being amended is not among them. */
export function presentGridLines(parts: GridParts): { name: string | null; lines: GridLine[] }[] {
  const groups: { name: string | null; lines: GridLine[] }[] = [];
  for (const result of parts.results) {
    if (result.state === "replaced" || result.isSuperseded || result.openAmendmentId) continue;
    const isGivenUp = result.state === "cancelled" && result.supersedesId !== null;
    if (isGivenUp) continue;
    const last = groups.at(-1);
    const line = presentLine(result, parts);
    if (last && last.name === result.group) last.lines.push(line);
    else groups.push({ name: result.group, lines: [line] });
  }
  return groups;
}

/** What whoever opens a sample from nowhere in particular goes on to: more of what they can do with this one. */
export function roundOf(results: readonly ResultRow[], actor: LabActor): GridRound {
  const waits = (state: ResultRow["state"]) => results.find((result) => result.state === state);
  const pending = may(actor, "result:enter") ? waits("pending") : undefined;
  const entered = may(actor, "result:verify") ? waits("entered") : undefined;
  const section = (pending ?? entered ?? results[0])?.section ?? "";
  return { section, state: entered && !pending ? "entered" : "pending" };
}

function presentLine(row: ResultRow, parts: GridParts): GridLine {
  const { analyteCode, analyteName, testName, loinc, kind, decimals, state, value, notReported, abnormal } =
    row;
  const { comment, commentForReport, selfVerified, replaceReason, cancelReason, unit, method, version } = row;
  const analyte = parts.analytes.get(row.analyteId);
  const former = parts.results.find(({ id }) => id === row.supersedesId);
  const before = parts.previous.get(row.id);
  const applies = state === "pending" && analyte ? judgeValue(analyte, parts.subject, null) : null;
  return {
    ...{ resultId: row.id, version, analyteCode, analyteName, testName, loinc, kind },
    ...{ state, value, notReported, abnormal, comment, commentForReport, selfVerified },
    ...{ replaceReason, cancelReason },
    unit: applies ? applies.unit : unit,
    decimals: applies ? applies.decimals : decimals,
    method: applies ? applies.method : method,
    choices: analyte?.choices ?? [],
    interval: presentInterval(applies ? applies.interval : row.interval),
    criticalLimit: presentLimit(applies ? applies.criticalLimit : row.criticalLimit),
    flag: flagOf(row.flag),
    enteredBy: row.enteredByName,
    enteredAt: row.enteredAt?.toISOString() ?? null,
    verifiedBy: row.verifiedByName,
    verifiedAt: row.verifiedAt?.toISOString() ?? null,
    releasedAt: row.releasedAt?.toISOString() ?? null,
    amends: former ? { value: former.value, unit: former.unit, reason: row.amendReason ?? "" } : null,
    previous: before ? { value: before.value, flag: flagOf(before.flag), at: before.at.toISOString() } : null,
    callIsOpen: parts.openCalls.has(row.id),
    ...openTo(row, parts),
  };
}

/** The moves open to this person: what the state allows and their permissions, and nothing the server would refuse. */
function openTo(row: ResultRow, { actor, sampleState }: GridParts): Pick<GridLine, "may" | "whyNotVerify"> {
  const { state } = row;
  const follows = (move: ResultMove) => mayFollow(resultLifecycle, state, move);
  const arrived = whyNotEnter(sampleState) === null;
  const who = {
    memberId: actor.member?.id ?? null,
    allowsSelfVerification: actor.laboratory.allowsSelfVerification,
  };
  const waits = follows("verify") && may(actor, "result:verify");
  const reason = waits ? whyNotVerify(row, who) : null;
  return {
    may: {
      enter: arrived && (state === "pending" || state === "entered") && may(actor, "result:enter"),
      verify: waits && reason === null,
      retest: follows("retest") && may(actor, "result:retest"),
      cancel: follows("cancel") && may(actor, "result:cancel"),
      amend: whyNotAmend(row) === null && may(actor, "result:amend"),
      recordCall: whyNotNotify(row) === null && may(actor, "critical:record"),
    },
    whyNotVerify: reason,
  };
}

import "server-only";
import { type Actor, type LabActor, may } from "@/lib/core/actor";
import { now } from "@/lib/core/clock";
import type { Fact } from "@/lib/core/events";
import { Problem } from "@/lib/core/problem";
import { inLaboratory, inPlatform, type LabDb, type PlatformDb } from "@/lib/infra/db";
import { env } from "@/lib/infra/env";
import { hostOf } from "@/lib/infra/hosts";
import { type LimitName, limits } from "@/lib/infra/limit-table";
import { spend } from "@/lib/infra/limits";
import type { Letter } from "@/lib/infra/mail";
import { countOperation } from "@/lib/infra/metrics";
import type { AnyOperation, AuditSubject, LabContext, PlatformContext } from "@/lib/infra/operation";
import type { Answer } from "./answer";
import { type Consequences, recordRefusal, writeConsequences } from "./consequences";
import { databaseProblem } from "./database-problems";
import { rememberAnswer, replayedAnswer } from "./idempotency";
import { type RawInput, readInput } from "./input";
import { reactInLaboratory, reactOnPlatform } from "./reactions";
import { writeReceipt } from "./receipts";

/** Carries a refusal out of an operation whose work so far is to be kept. */
class Refusal extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.message);
    this.problem = problem;
  }
}

/**
 * The only way to run an operation:
 * admit → permit → parse → prepare → begin → run → audit, outbox, mail, idempotent answer → commit.
 * @throws Problem for every refusal, each in words for the person who asked.
 */
export async function perform(op: AnyOperation, actor: Actor, raw: RawInput): Promise<Answer> {
  const began = performance.now();
  const count = (outcome: string) => countOperation(op.id, outcome, (performance.now() - began) / 1000);
  try {
    const answer = await carryOut(op, actor, raw);
    count("done");
    return answer;
  } catch (error) {
    count(error instanceof Problem ? error.code : "internal");
    throw error;
  }
}

async function carryOut(op: AnyOperation, actor: Actor, raw: RawInput): Promise<Answer> {
  const at = now();
  // The system's own work is admitted by its queues.
  const isJob = actor.kind === "job";
  const admit = async () => (isJob ? null : countUse(op, actor, at, op.limit, callerKey(op, actor)));
  const tried = limits[op.limit].counts === "tried" ? await admit() : null;
  await permit(op, actor, at);
  // Of those who may be there: a stranger must not be able to use it up.
  const { laboratory, account, key } = actor;
  if (laboratory && (account || key) && !isJob) await countUse(op, actor, at, "laboratory", laboratory.id);
  const input = await parse(op, actor, at, raw);
  const further = isJob ? [] : (op.limitsOn?.(input as never, actor) ?? []);
  for (const { name, who } of further) await countUse(op, actor, at, name, who);
  const allowance = tried ?? (limits[op.limit].counts === "accepted" ? await admit() : null);
  let isKept = false;
  try {
    const prepared = await op.prepare?.({ actor, now: at }, input as never);
    const answer = await inOneTransaction(op, actor, at, raw, input, prepared);
    isKept = answer instanceof Problem;
    if (answer instanceof Problem) throw answer;
    // What was found is content of this very operation; paper is drawn after its transaction is over.
    const body = op.bytes?.render ? await op.bytes.render(answer.body as never) : answer.body;
    const etag = op.bytes?.etag && body instanceof Uint8Array ? `"${op.bytes.etag(body)}"` : answer.etag;
    return { ...answer, body, etag, allowance };
  } catch (error) {
    const problem = databaseProblem(error, actor.from.requestId);
    const isToBeKept = problem.code === "forbidden" || op.auditsRefusals === true;
    if (isToBeKept && !isKept) await recordRefusal(op, actor, at, problem);
    throw problem;
  }
}

/** Of the refusals by a limit the first of an hour is kept in the trail (H8): a flood must not fill it. */
async function countUse(op: AnyOperation, actor: Actor, at: Date, name: LimitName, who: string) {
  try {
    return await spend(name, who, at);
  } catch (error) {
    if (op.auditsRefusals && error instanceof Problem && error.code === "rate_limited") {
      const isFirst = await spend("refusal", `${name}:${who}`, at).catch(() => null);
      if (isFirst) await recordRefusal(op, actor, at, error);
    }
    throw error;
  }
}

async function parse(op: AnyOperation, actor: Actor, at: Date, raw: RawInput) {
  try {
    return readInput(op, raw);
  } catch (error) {
    if (op.auditsRefusals && error instanceof Problem) {
      // What counts only once it is filled in rightly would let anybody fill the trail.
      await spend("public", actor.from.ip ?? "unknown", at);
      await recordRefusal(op, actor, at, error);
    }
    throw error;
  }
}

function callerKey(op: AnyOperation, actor: Actor): string {
  const address = actor.from.ip ?? "unknown";
  return limits[op.limit].per === "caller" ? (actor.account?.id ?? actor.key?.id ?? address) : address;
}

async function permit(op: AnyOperation, actor: Actor, at: Date): Promise<void> {
  const wanted = op.permission;
  if (actor.kind === "job") return;
  if (typeof wanted === "object" && wanted.who === "anyone") return;
  const isKey = actor.key !== undefined;
  if (actor.account === null && !isKey) throw new Problem("unauthenticated", "Sign in to do this.");
  if (actor.session?.isLocked && !op.whileLocked) {
    throw new Problem("reauthentication_required", "This screen is locked. Unlock it, then go on.", {
      members: { locked: true },
    });
  }
  if (typeof wanted === "object" && wanted.who === "account" && !isKey) return;
  if (actor.session?.wantsSecondFactor) {
    throw new Problem(
      "reauthentication_required",
      "This laboratory asks you for a second factor. Set one up in your account, or confirm that it is you.",
    );
  }
  if (mayAsked(wanted, actor)) return;
  const problem = new Problem(
    "forbidden",
    isKey
      ? "This key's scopes do not allow this, or it is done by a person."
      : "None of your roles in this laboratory allows this. Ask an administrator if you need it.",
  );
  await recordRefusal(op, actor, at, problem);
  throw problem;
}

function mayAsked(wanted: AnyOperation["permission"], actor: Actor): boolean {
  if (typeof wanted === "string") return may(actor, wanted);
  if (wanted.who === "operator") {
    return actor.account?.isOperator === true && actor.from.host === hostOf({ kind: "root" });
  }
  return wanted.who === "member" && (actor.member !== null || actor.key !== undefined);
}

async function inOneTransaction(
  op: AnyOperation,
  actor: Actor,
  at: Date,
  raw: RawInput,
  input: unknown,
  prepared: unknown,
): Promise<Omit<Answer, "allowance"> | Problem> {
  const work = async (db: LabDb | PlatformDb) => {
    const replay = await replayedAnswer(op, actor, raw, db);
    if (replay) return replay;
    const consequences: Consequences = {
      ...{ action: op.audit, facts: [], subjects: [] },
      ...{ letters: [], silentLetters: [] },
    };
    const context = makeContext(op, actor, at, raw, db, consequences);
    let answer: Omit<Answer, "allowance"> | Problem;
    try {
      // The registry holds operations of every shape; each was checked against its own when it was defined.
      const output = await op.run(context as never, input as never, prepared as never);
      // The context was made for the operation's scope, a few lines above.
      if (op.scope === "laboratory") await reactInLaboratory(context as LabContext, consequences.facts);
      else await reactOnPlatform(context as PlatformContext, consequences.facts);
      answer = present(op, output);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      answer = error.problem;
    }
    const outcome = answer instanceof Problem ? "refused" : "done";
    await writeConsequences(actor, at, consequences, outcome, input);
    if (!(answer instanceof Problem)) {
      await rememberAnswer(op, actor, raw, db, answer);
      if (raw.receipt) await writeReceipt(raw.receipt, actor, at, answer.body);
    }
    return answer;
  };
  if (op.scope === "laboratory") {
    const laboratory = laboratoryOf(actor);
    return inLaboratory(laboratory.id, actor.member?.id ?? null, work);
  }
  const about = { laboratoryId: actor.laboratory?.id ?? null, accountId: actor.account?.id ?? null };
  return inPlatform(about, work);
}

function laboratoryOf(actor: Actor): LabActor["laboratory"] {
  if (!actor.laboratory) {
    throw new Problem("not_found", "This is done on a laboratory's own address.");
  }
  return actor.laboratory;
}

function makeContext(
  op: AnyOperation,
  actor: Actor,
  at: Date,
  raw: RawInput,
  db: LabDb | PlatformDb,
  consequences: Consequences,
) {
  return {
    db,
    actor,
    now: at,
    ifMatch: raw.ifMatch ?? null,
    emit: (fact: Fact) => consequences.facts.push(fact),
    mail: (letter: Letter) => consequences.letters.push(letter),
    mailOrNothing: (letter: Letter, isOwed: boolean) => consequences.silentLetters.push({ letter, isOwed }),
    about: (subject: AuditSubject) => consequences.subjects.push(subject),
    happened: (action: string, { insteadOf }: { insteadOf: string }) => {
      if (consequences.action === insteadOf) consequences.action = action;
    },
    refuse: (problem: Problem): never => {
      throw new Refusal(problem);
    },
    member: () => {
      if (!actor.member) {
        throw new Problem("forbidden", `${op.summary} This is done by a person of the laboratory.`);
      }
      return actor.member;
    },
  };
}

function present(op: AnyOperation, output: unknown): Omit<Answer, "allowance"> {
  const body = env().checksAnswers ? op.output.parse(output) : output;
  const version = versionOf(body);
  return {
    status: op.status ?? (body === undefined ? 204 : 200),
    body,
    etag: version === null ? null : `"${version}"`,
    // `location` was written for this operation's own output.
    location: op.location ? op.location(output as never) : null,
    replayed: false,
  };
}

function versionOf(body: unknown): number | null {
  if (typeof body !== "object" || body === null || !("version" in body)) return null;
  return typeof body.version === "number" ? body.version : null;
}

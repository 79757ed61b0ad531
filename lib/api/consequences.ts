import "server-only";
import type { Actor } from "@/lib/core/actor";
import type { Fact } from "@/lib/core/events";
import { newId } from "@/lib/core/ids";
import type { Problem } from "@/lib/core/problem";
import { wakeRunner } from "@/lib/infra/background/wake";
import { enterLaboratory } from "@/lib/infra/db";
import { log } from "@/lib/infra/log";
import type { Letter } from "@/lib/infra/mail";
import type { AnyOperation, AuditSubject } from "@/lib/infra/operation";
import { ask, inTransaction } from "@/lib/infra/transaction";
import { mailOwed } from "@/lib/mailbox/events";

export type Consequences = {
  action: AnyOperation["audit"];
  facts: Fact[];
  letters: Letter[];
  /** Written in either case, and taken back where nobody is to have them (S16). */
  silentLetters: { letter: Letter; isOwed: boolean }[];
  subjects: AuditSubject[];
};

/**
 * What an operation leaves behind beside its own rows, in its own transaction: audit events (R25),
 * announced facts, owed messages.
 */
export async function writeConsequences(
  actor: Actor,
  at: Date,
  { action, facts, letters, silentLetters, subjects }: Consequences,
  outcome: "done" | "refused",
  input: unknown,
): Promise<void> {
  if (typeof action === "string") {
    const told = subjects.length > 0 ? subjects : [{}];
    await insertEvents(
      action,
      actor,
      at,
      told.map((each) => withRecord(each, input)),
      outcome,
    );
  }
  for (const { letter, isOwed } of silentLetters) {
    await ask({ text: "savepoint silent" });
    await insertFacts(actor, at, await insertMail(actor, at, [letter]));
    await ask({ text: isOwed ? "release savepoint silent" : "rollback to savepoint silent" });
  }
  await insertFacts(actor, at, [...facts, ...(await insertMail(actor, at, letters))]);
  if (facts.length > 0 || letters.length > 0 || silentLetters.length > 0) wakeRunner();
}

/** @returns the facts that these letters are owed. */
async function insertMail(actor: Actor, at: Date, letters: Letter[]): Promise<Fact[]> {
  if (letters.length === 0) return [];
  const owed = letters.map((letter) => ({ id: newId(), ...letter }));
  // One statement, however many people are written to.
  await ask({
    name: "mail",
    text: `insert into mail (id, laboratory_id, sender, recipient, subject, template, text, html, valid_until,
        created_at)
      select m.id, $1, m.sender, m."to", m.subject, m.template, m.text, m.html, m."validUntil", $2
      from json_to_recordset($3) as m(id uuid, sender text, "to" text, subject text, template text, text text,
        html text, "validUntil" timestamptz)`,
    values: [actor.laboratory?.id ?? null, at, JSON.stringify(owed)],
  });
  return owed.map(({ id }) => mailOwed({ mailId: id }));
}

async function insertFacts(actor: Actor, at: Date, facts: Fact[]): Promise<void> {
  if (facts.length === 0) return;
  // One statement, however many samples a bulk action moved.
  const rows = facts.map(({ name, payload }) => ({ id: newId(), name, payload }));
  await ask({
    name: "outbox",
    text: `insert into outbox (id, laboratory_id, name, payload, created_at)
      select f.id, $1, f.name, f.payload, $2 from json_to_recordset($3) as f(id uuid, name text, payload jsonb)`,
    values: [actor.laboratory?.id ?? null, at, JSON.stringify(rows)],
  });
}

/** The record an event is about, when the operation did not say: the first id of its address. */
function withRecord(subject: AuditSubject, input: unknown): AuditSubject {
  if (subject.recordId) return subject;
  const params = typeof input === "object" && input !== null && "params" in input ? input.params : null;
  const first = typeof params === "object" && params !== null ? Object.values(params)[0] : undefined;
  return typeof first === "string" ? { ...subject, recordId: first } : subject;
}

async function insertEvents(
  action: string,
  actor: Actor,
  at: Date,
  subjects: AuditSubject[],
  outcome: string,
): Promise<void> {
  const who = actor.member ?? actor.account ?? actor.key;
  for (const subject of subjects) await tellElsewhere(action, actor, at, subject, outcome);
  if (!actor.laboratory) {
    for (const { recordId, details } of subjects) {
      await ask({
        name: "platform_event",
        text: `insert into platform_event (id, at, action, outcome, actor_kind, actor_id, actor_name, ip, host,
          request_id, record_type, record_id, details) values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13)`,
        values: [
          newId(),
          at,
          action,
          outcome,
          actor.kind,
          who?.id ?? null,
          actor.name,
          actor.from.ip,
          actor.from.host,
          actor.from.requestId,
          nounOf(action),
          recordId ?? null,
          details ?? null,
        ],
      });
    }
    return;
  }
  const { kind, name, from } = actor;
  const by = { id: who?.id ?? null, kind, name, roles: actor.member?.roles ?? [], from };
  const { id: here } = actor.laboratory;
  // What is told to another laboratory is not this one's to know.
  const own = subjects.filter(({ toldAt }) => !toldAt || toldAt.laboratoryId === here);
  if (own.length > 0) await insertInto(here, action, by, at, own, outcome);
}

/** Into the trail of another laboratory than where it was done, behind that one's wall. */
async function tellElsewhere(
  action: string,
  actor: Actor,
  at: Date,
  subject: AuditSubject,
  outcome: string,
): Promise<void> {
  const { toldAt } = subject;
  if (!toldAt || toldAt.laboratoryId === actor.laboratory?.id) return;
  const { laboratoryId, by } = toldAt;
  const told = by === "operator" ? { recordId: laboratoryId } : subject;
  await enterLaboratory(laboratoryId, actor.account?.id ?? null);
  await insertInto(laboratoryId, action, whoToldAt(by, actor), at, [told], outcome);
  await enterLaboratory(actor.laboratory?.id ?? "", actor.account?.id ?? null);
}

type Who = { id: string | null; roles: readonly string[] } & Pick<Actor, "name" | "from"> & { kind: string };

/** Which operator it was, and from where, is the installation's to know. */
function whoToldAt(by: NonNullable<AuditSubject["toldAt"]>["by"], { from }: Actor): Who {
  if (by !== "operator") return { ...by, kind: "person", from };
  return { id: null, kind: "person", name: "Operator", roles: ["operator"], from: { ...from, ip: null } };
}

/** Into a laboratory's own trail: one statement however many records a bulk action touched. */
async function insertInto(
  laboratoryId: string,
  action: string,
  by: Who,
  at: Date,
  subjects: AuditSubject[],
  outcome: string,
): Promise<void> {
  await ask({
    name: "audit_event",
    text: `insert into audit_event (laboratory_id, id, at, action, outcome, actor_kind, actor_id, actor_name,
        actor_roles, ip, request_id, record_type, record_id, order_id, patient_id, details)
      select $1, e.id, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, e.record_id, e.order_id, e.patient_id, e.details
      from json_to_recordset($12) as e(id uuid, record_id text, order_id uuid, patient_id uuid, details jsonb)`,
    values: [
      laboratoryId,
      at,
      action,
      outcome,
      by.kind,
      by.id,
      by.name,
      by.roles,
      by.from.ip,
      by.from.requestId,
      nounOf(action),
      JSON.stringify(
        subjects.map((each) => ({
          id: newId(),
          record_id: each.recordId ?? null,
          order_id: each.orderId ?? null,
          patient_id: each.patientId ?? null,
          details: each.details ?? null,
        })),
      ),
    ],
  });
}

function nounOf(action: string): string {
  return action.split(".")[0] ?? action;
}

/** A refusal worth keeping, in a transaction of its own: the operation's was rolled back or never began. */
export async function recordRefusal(
  op: AnyOperation,
  actor: Actor,
  at: Date,
  problem: Problem,
): Promise<void> {
  const action = typeof op.audit === "string" ? op.audit : op.id;
  const settings = {
    laboratoryId: actor.laboratory?.id ?? null,
    accountId: actor.account?.id ?? null,
    memberId: actor.member?.id ?? null,
  };
  const role = actor.laboratory ? "lims_lab" : "lims_platform";
  try {
    await inTransaction(role, settings, () =>
      insertEvents(action, actor, at, [{ details: { problem: problem.code } }], "refused"),
    );
  } catch (error) {
    log.error({ requestId: actor.from.requestId, operation: op.id, error }, "refusal could not be recorded");
  }
}

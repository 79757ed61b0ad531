import "server-only";
import type { z } from "zod";
import type { Permission } from "@/lib/core/access";
import type { Actor, LabActor, MemberRef } from "@/lib/core/actor";
import type { Fact } from "@/lib/core/events";
import type { Problem, ProblemCode } from "@/lib/core/problem";
import type { LabDb, PlatformDb } from "./db";
import type { LimitName } from "./limit-table";
import type { Letter } from "./mail";

/** An operation that asks for no permission says who may use it and why that is safe. */
export type OpenTo = { who: "anyone" | "account" | "member" | "operator"; why: string };

export function openTo(who: OpenTo["who"], why: string): OpenTo {
  return { who, why };
}

/** An operation that leaves no audit event says why. */
export type NotAudited = { why: string };

export function notAudited(why: string): NotAudited {
  return { why };
}

/** What an operation tells the audit trail about what it did. Ids, and values that are not patient names. */
export type AuditSubject = {
  recordId?: string;
  orderId?: string;
  patientId?: string;
  /** What changed, old and new, by field; no free text from patients' records. */
  details?: Record<string, unknown>;
  /** Done outside a laboratory, and told in its own trail: as what this member did, or an operator. */
  toldAt?: { laboratoryId: string; by: Pick<MemberRef, "id" | "name" | "roles"> | "operator" };
};

type Common = {
  now: Date;
  /** The version the caller says they read; null when they did not say. */
  ifMatch: number | null;
  /** Announces a fact: a row in the outbox, in this transaction. */
  emit(fact: Fact): void;
  /** Owes somebody a message: a row in the mail, in this transaction. */
  mail(letter: Letter): void;
  /**
   * Owes a letter, or does as much and owes nothing: whoever asks for a mail cannot tell by the time it takes
   * whether there was anybody to write to (S16).
   */
  mailOrNothing(letter: Letter, isOwed: boolean): void;
  /** Adds to the operation's audit event. Called again, it adds a further event of the same action. */
  about(subject: AuditSubject): void;
  /** Less was done than the operation is named after: the trail calls it this. */
  happened(action: string, of: { insteadOf: string }): void;
  /** Commits what was done so far, then answers with the problem: a spent attempt stays spent. */
  refuse(problem: Problem): never;
};

export type LabContext = Common & {
  db: LabDb;
  actor: LabActor;
  /** The member who acts. @throws Problem "forbidden" for anyone who is not one. */
  member(): MemberRef;
};

export type PlatformContext = Common & { db: PlatformDb; actor: Actor };

type Schema = z.ZodType;
export type Parsed<S> = S extends Schema ? z.output<S> : Record<string, never>;

export type OperationInput<P, Q, B> = { params: Parsed<P>; query: Parsed<Q>; body: Parsed<B> };

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

type Shape<P, Q, B, O extends Schema, Prepared> = {
  /** room.verb: the operation's name in documents, logs and limits. */
  id: string;
  /** Where programs find it; "page" for a load that only a page makes. */
  http: `${Method} /${string}` | "page";
  summary: string;
  description?: string;
  permission: Permission | OpenTo;
  /** Answers also while the screen is locked: what unlocks it, or ends the session. */
  whileLocked?: true;
  limit: LimitName;
  /** Further counts that need to know what was asked for: per e-mail, per account, per laboratory. */
  limitsOn?: (input: OperationInput<P, Q, B>, actor: Actor) => { name: LimitName; who: string }[];
  /** noun.happened, in the past tense. */
  audit: string | NotAudited;
  /** Every refusal is kept in the trail, whatever it was for: of what strangers try at a door. */
  auditsRefusals?: boolean;
  input: { params?: P; query?: Q; body?: B };
  output: O;
  fails: readonly ProblemCode[];
  /** Default: 204 when the output is empty, else 200. */
  status?: 200 | 201 | 202 | 204;
  /** Whether the caller must, may or cannot say which version they change. */
  ifMatch?: "required" | "optional";
  /** "none" where the answer holds secrets: it must not be kept. Default: keyed for POST. */
  idempotency?: "keyed" | "none";
  /** Address of what was created, from the answer. */
  location?: (answer: z.input<O>) => string;
  /** The answer is bytes, not JSON. `render` makes them of what `run` found, after the transaction. */
  bytes?: {
    contentType: string;
    render?: (content: z.output<O>) => Promise<Uint8Array>;
    /** What the bytes are known by, where they never change. */
    etag?: (bytes: Uint8Array) => string;
  };
  /** Body larger than the default (256 kB), in bytes. */
  bodyLimit?: number;
  prepare?: (context: { actor: Actor; now: Date }, input: OperationInput<P, Q, B>) => Promise<Prepared>;
};

type Run<Context, P, Q, B, O extends Schema, Prepared> = {
  run(context: Context, input: OperationInput<P, Q, B>, prepared: Prepared): Promise<z.input<O>>;
};

type Definition<P, Q, B, O extends Schema, Prepared> =
  | (Shape<P, Q, B, O, Prepared> & { scope: "laboratory" } & Run<LabContext, P, Q, B, O, Prepared>)
  | (Shape<P, Q, B, O, Prepared> & { scope: "platform" } & Run<PlatformContext, P, Q, B, O, Prepared>);

/** Any operation at all, as the registry and the doors hold it: only `perform` may call `run`. */
export type AnyOperation = Omit<
  Shape<Schema, Schema, Schema, Schema, unknown>,
  "prepare" | "location" | "input" | "bytes" | "limitsOn"
> & {
  limitsOn?: (input: never, actor: Actor) => { name: LimitName; who: string }[];
  bytes?: {
    contentType: string;
    render?: (content: never) => Promise<Uint8Array>;
    etag?: (bytes: Uint8Array) => string;
  };
  scope: "laboratory" | "platform";
  input: { params?: Schema | undefined; query?: Schema | undefined; body?: Schema | undefined };
  location?: (answer: never) => string;
  prepare?: (context: { actor: Actor; now: Date }, input: never) => Promise<unknown>;
  run(context: never, input: never, prepared: never): Promise<unknown>;
};

/** What calling an operation answers with. */
export type AnswerOf<Op extends { output: Schema }> = z.output<Op["output"]>;

/**
 * Everything the laboratory can do is one of these. The type asks for permission, limit, audit, output
 * and fails, so none of them can be forgotten. Nothing runs one but `perform`.
 */
export function operation<
  P extends Schema | undefined = undefined,
  Q extends Schema | undefined = undefined,
  B extends Schema | undefined = undefined,
  O extends Schema = Schema,
  Prepared = undefined,
>(
  definition: Shape<P, Q, B, O, Prepared> & { scope: "laboratory" } & Run<LabContext, P, Q, B, O, Prepared>,
): Definition<P, Q, B, O, Prepared>;
export function operation<
  P extends Schema | undefined = undefined,
  Q extends Schema | undefined = undefined,
  B extends Schema | undefined = undefined,
  O extends Schema = Schema,
  Prepared = undefined,
>(
  definition: Shape<P, Q, B, O, Prepared> & { scope: "platform" } & Run<
      PlatformContext,
      P,
      Q,
      B,
      O,
      Prepared
    >,
): Definition<P, Q, B, O, Prepared>;
export function operation<P, Q, B, O extends Schema, Prepared>(
  definition: Definition<P, Q, B, O, Prepared>,
): Definition<P, Q, B, O, Prepared> {
  return definition;
}

import { randomInt } from "node:crypto";
import { afterAll, afterEach } from "vitest";
import { createAccount } from "@/lib/accounts/repository";
import { startSession } from "@/lib/accounts/repository.sessions";
import type { RawInput } from "@/lib/api/input";
import { perform } from "@/lib/api/perform";
import { loadStarterCatalogue } from "@/lib/catalogue/repository";
import type { Role } from "@/lib/core/access";
import type { Actor, LabActor, LaboratoryRef, MemberRef, Origin } from "@/lib/core/actor";
import { now, putClock } from "@/lib/core/clock";
import { newId } from "@/lib/core/ids";
import { enterLaboratory, inPlatform, type PlatformDb } from "@/lib/infra/db";
import { hostOf, originOf, type Place } from "@/lib/infra/hosts";
import type { AnswerOf, AnyOperation } from "@/lib/infra/operation";
import { hashPassword } from "@/lib/infra/passwords";
import type { Account } from "@/lib/infra/prisma/client";
import { closePools } from "@/lib/infra/transaction";
import { createLaboratory, createMember } from "@/lib/laboratories/repository";

/** Somebody who does things: as the API, a form or a page would, through `perform`, without the door. */
export type Person<A extends Actor = Actor> = {
  actor: A;
  /** Performs an operation and answers with its body. @throws Problem for every refusal. */
  does<Op extends AnyOperation>(op: Op, input?: RawInput): Promise<AnswerOf<Op>>;
};

export type Member = Person<LabActor> & { accountId: string; memberId: string; email: string };

/** A laboratory of the test's own, with people in it. */
export type Lab = {
  ref: LaboratoryRef;
  /** Its first member. */
  administrator: Member;
  /** A new colleague; each call makes another person. */
  member(roles: Role | Role[], about?: { name?: string; email?: string }): Promise<Member>;
  /** Somebody at the laboratory's address who has not signed in. */
  anonymous(): Person<LabActor>;
  /** The system itself at work in the laboratory. */
  job(): Person<LabActor>;
};

type LaboratoryWish = {
  name?: string;
  slug?: string;
  timeZone?: string;
  currency?: string;
  allowsSelfVerification?: boolean;
  isDemonstration?: boolean;
};

/**
 * Factories that read aloud: `const lab = await a.laboratory(); const tech = await lab.member("technician")`.
 * The clock goes back by itself after each test.
 */
export const a = { laboratory, anyone, operator, clock, password: "Demo-Lab-2026-Pass!" } as const;

async function laboratory(wish: LaboratoryWish = {}): Promise<Lab> {
  const slug = wish.slug ?? `lab-${randomName()}`;
  const place: Place = { kind: "laboratory", slug };
  const { ref, administrator } = await inPlatform({ laboratoryId: null, accountId: null }, async (db) => {
    const account = await newAccount(db, `administrator@${slug}.test`, ["Ada", "Founder"]);
    const { laboratory: ref, member } = await createLaboratory(db, {
      now: now(),
      slug,
      name: "Test Laboratory",
      timeZone: "Europe/London",
      currency: "GBP",
      ...wish,
      founder: { accountId: account.id, displayName: "Ada Founder", email: account.email },
    });
    await loadStarterCatalogue(db, ref.id, now());
    return { ref, administrator: await colleague(db, account, ref, member) };
  });
  return {
    ref,
    administrator,
    async member(roles, about = {}) {
      const held = Array.isArray(roles) ? roles : [roles];
      const displayName = about.name ?? `${capital(held[0] ?? "Member")} ${capital(randomName())}`;
      const [firstName = "", ...rest] = displayName.split(" ");
      const email = about.email ?? `${held[0] ?? "member"}-${randomName()}@${slug}.test`;
      return inPlatform({ laboratoryId: ref.id, accountId: null }, async (db) => {
        const account = await newAccount(db, email, [firstName, rest.join(" ") || "Member"]);
        await enterLaboratory(ref.id, account.id);
        const member = await createMember(db, {
          laboratoryId: ref.id,
          now: now(),
          accountId: account.id,
          displayName,
          email,
          roles: held,
        });
        return colleague(db, account, ref, member);
      });
    },
    anonymous: () => acting<LabActor>({ ...nobody(place), laboratory: ref }),
    job: () => acting<LabActor>({ ...nobody(place), kind: "job", name: "MedVuno", laboratory: ref }),
  };
}

async function colleague(
  db: PlatformDb,
  account: Account,
  ref: LaboratoryRef,
  member: MemberRef,
): Promise<Member> {
  const person = await personActor(db, account, member.name, { kind: "laboratory", slug: ref.slug }, ref.id);
  return {
    ...acting<LabActor>({ ...person, laboratory: ref, member }),
    accountId: account.id,
    memberId: member.id,
    email: account.email,
  };
}

/** Somebody who has not signed in, at the root address or at `learn.` */
function anyone(place: Place = { kind: "root" }): Person {
  return acting(nobody(place));
}

/** Somebody who runs the installation, at the root address. */
async function operator(): Promise<Person & { accountId: string; email: string }> {
  return inPlatform({ laboratoryId: null, accountId: null }, async (db) => {
    const made = await newAccount(db, `operator-${randomName()}@medvuno.test`, ["Olga", "Operator"]);
    const account = await db.account.update({ where: { id: made.id }, data: { isOperator: true } });
    const actor = await personActor(db, account, "Olga Operator", { kind: "root" }, null);
    return { ...acting(actor), accountId: account.id, email: account.email };
  });
}

let clockBack: (() => void) | undefined;

/** Stops the clock at an instant; `.set` and `.pass` move it. It runs again by itself after the test. */
function clock(at: Date | string) {
  let instant = new Date(at);
  clockBack?.();
  clockBack = putClock(() => new Date(instant));
  return {
    set: (to: Date | string) => {
      instant = new Date(to);
    },
    /** Lets time pass, in milliseconds. */
    pass: (milliseconds: number) => {
      instant = new Date(instant.getTime() + milliseconds);
    },
  };
}

afterEach(() => {
  clockBack?.();
  clockBack = undefined;
});

afterAll(closePools);

function acting<A extends Actor>(actor: A): Person<A> {
  return {
    actor,
    async does<Op extends AnyOperation>(op: Op, input: RawInput = {}) {
      const { body } = await perform(op, actor, input);
      // What perform answers with has this operation's own output shape.
      return body as AnswerOf<Op>;
    },
  };
}

function originAt(place: Place): Origin {
  return {
    host: hostOf(place),
    origin: originOf(place),
    // Each person has an address of their own, so that limits by address do not tie tests together.
    ip: `10.${randomInt(256)}.${randomInt(256)}.${randomInt(256)}`,
    device: "A test",
    requestId: newId(),
  };
}

function nobody(place: Place): Actor {
  return {
    kind: "anonymous",
    name: "Not signed in",
    laboratory: null,
    account: null,
    member: null,
    session: null,
    from: originAt(place),
  };
}

/** Somebody who has just signed in: with a session of their own, so that sessions can be looked at and ended. */
async function personActor(
  db: PlatformDb,
  row: Account,
  name: string,
  place: Place,
  laboratoryId: string | null,
): Promise<Actor> {
  const anybody = nobody(place);
  const { id, publicId, email, firstName, lastName, isOperator, locale } = row;
  const of = {
    accountId: id,
    laboratoryId,
    door: "program",
    from: anybody.from,
    proved: { first: "password" },
  } as const;
  const session = { id: (await startSession(db, now(), of)).id, door: of.door };
  const account = { id, publicId, email, firstName, lastName, isOperator, locale };
  return { ...anybody, kind: "person", name, account, session };
}

let hash: Promise<string> | undefined;

/** Everybody's password is `a.password`, hashed once. */
async function newAccount(
  db: PlatformDb,
  email: string,
  [firstName, lastName]: [string, string],
): Promise<Account> {
  hash ??= hashPassword(a.password);
  return createAccount(db, now(), { kind: "staff", email, firstName, lastName, passwordHash: await hash });
}

function randomName(): string {
  return Array.from({ length: 8 }, () => String.fromCharCode(97 + randomInt(26))).join("");
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

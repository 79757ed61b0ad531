import { describe, expect, it } from "vitest";
import { listSuspicions } from "@/lib/accounts/operations/list-suspicions";
import { createProfile } from "@/lib/accounts/repository.providers";
import { recordSuspicion } from "@/lib/accounts/repository.suspicions";
import { listPlatformEvents } from "@/lib/audit/operations/list-platform-events";
import { newId } from "@/lib/core/ids";
import { inPlatform } from "@/lib/infra/db";
import type { AnyOperation } from "@/lib/infra/operation";
import { listMails } from "@/lib/mailbox/operations/list-mails";
import { listSchedules } from "@/lib/tasks/operations/list-schedules";
import { listTasks } from "@/lib/tasks/operations/list-tasks";
import { a } from "@/tests/support/a";
import { listAccounts } from "./operations/list-accounts";
import { listEmailVerifications } from "./operations/list-email-verifications";
import { listLaboratories } from "./operations/list-laboratories";
import { listPendingRegistrations } from "./operations/list-pending-registrations";
import { listPreRegistrations } from "./operations/list-pre-registrations";
import { listClinicians } from "./operations/list-providers";
import { listResetRequests } from "./operations/list-reset-requests";
import { listVerificationCodes } from "./operations/list-verification-codes";

const anywhere = { laboratoryId: null, accountId: null };
const noon = Date.parse("2026-11-20T12:00:00Z");
const at = (minutes: number) => new Date(noon + minutes * 60_000);

type Line = Record<string, unknown>;

/** The whole list in each of its orders, two to a page. */
async function inEveryOrder(list: AnyOperation, sorts: readonly string[], query: object = {}) {
  const operator = await a.operator();
  const read: Record<string, Line[]> = {};
  for (const sort of sorts) {
    const lines: Line[] = [];
    let cursor: string | null = null;
    do {
      const page = (await operator.does(list, {
        query: { limit: "2", sort, ...query, ...(cursor && { cursor }) },
      })) as { data: Line[]; nextCursor: string | null };
      lines.push(...page.data);
      cursor = page.nextCursor;
    } while (cursor);
    read[sort] = lines;
  }
  return read;
}

/** Each row once, in the same number in each order, and what a row is sorted by is not told beside it. */
function holdEachOnce(read: Record<string, Line[]>, count: number, id = "id"): void {
  for (const [sort, lines] of Object.entries(read)) {
    expect([sort, new Set(lines.map((line) => line[id])).size, lines.length]).toEqual([sort, count, count]);
    expect(lines.some((line) => "sortKey" in line)).toBe(false);
  }
}

const pluck = (lines: Line[] | undefined, name: string) => lines?.map((line) => line[name]);
const turned = <T>(values: readonly T[] | undefined) => [...(values ?? [])].reverse();
const ascending = (values: unknown[] | undefined) =>
  [...(values ?? [])].map(String).sort((one, other) => (one < other ? -1 : one > other ? 1 : 0));

describe("P11 every order of every list is read page by page, each row once", () => {
  it("accounts, also those of one name", async () => {
    const lab = await a.laboratory();
    const clock = a.clock("2026-11-20T08:00:00Z");
    for (const [name, email] of [
      ["Zoe Sortwell", "b@sort.test"],
      ["Ada Sortwell", "c@sort.test"],
      ["Ada Sortwell", "a@sort.test"],
      ["Bob Sortwell", "e@sort.test"],
      ["Carl Sortwellson", "d@sort.test"],
    ] as const) {
      await lab.member("technician", { name, email });
      clock.pass(1000);
    }
    const q = { q: "sortwell" };
    const read = await inEveryOrder(listAccounts, ["newest", "oldest", "name", "email"], q);
    holdEachOnce(read, 5);
    expect(pluck(read.newest, "id")).toEqual(turned(pluck(read.oldest, "id")));
    expect(pluck(read.oldest, "email")).toEqual(["b", "c", "a", "e", "d"].map((each) => `${each}@sort.test`));
    expect(pluck(read.email, "email")).toEqual(["a", "b", "c", "d", "e"].map((each) => `${each}@sort.test`));
    expect(pluck(read.name, "name")).toEqual([
      ...["Ada Sortwell", "Ada Sortwell", "Bob Sortwell", "Zoe Sortwell", "Carl Sortwellson"],
    ]);
  });

  it("laboratories and providers", async () => {
    const labs = [];
    for (const name of ["Sort Two", "sort one", "Sort Two"]) labs.push(await a.laboratory({ name }));
    const read = await inEveryOrder(listLaboratories, ["newest", "oldest", "name"], { q: "sort" });
    holdEachOnce(read, 3);
    expect(pluck(read.name, "name")).toEqual(["sort one", "Sort Two", "Sort Two"]);
    expect(pluck(read.newest, "id")).toEqual(turned(pluck(read.oldest, "id")));
    const [lab] = labs;
    if (!lab) throw new Error("It was made above.");
    for (const [index, name] of ["Vera Heart", "Ann Heart", "Carl Brain"].entries()) {
      const { accountId } = await lab.member("provider", { name, email: `clinician-${index}@sort.test` });
      await inPlatform(anywhere, (db) =>
        createProfile(db, at(index), accountId, {
          specialization: "cardiology",
          licenseNumber: `SO${index}RT`,
        }),
      );
    }
    const who = await inEveryOrder(listClinicians, ["newest", "oldest", "name", "email"], {
      q: "@sort.test",
    });
    holdEachOnce(who, 3, "providerId");
    expect(pluck(who.name, "firstName")).toEqual(["Carl", "Ann", "Vera"]);
    expect(pluck(who.oldest, "firstName")).toEqual(["Vera", "Ann", "Carl"]);
    expect(pluck(who.newest, "firstName")).toEqual(["Carl", "Ann", "Vera"]);
    expect(pluck(who.email, "firstName")).toEqual(["Vera", "Ann", "Carl"]);
    const found = await inEveryOrder(listClinicians, ["name"], { q: "so-1 rt" });
    expect(pluck(found.name, "firstName")).toEqual(["Ann"]);
    expect((await inEveryOrder(listClinicians, ["name"], { q: "ann heart" })).name).toHaveLength(1);
    expect((await inEveryOrder(listClinicians, ["name"], { q: "%" })).name).toEqual([]);
  });

  it("K6 registrations, codes, verifications and requests for a password", async () => {
    a.clock("2026-11-20T12:00:00Z");
    const emails = ["c", "a", "e", "b", "d"].map((each) => `${each}@wait.test`);
    await inPlatform(anywhere, async (db) => {
      await db.registration.createMany({
        data: emails.map((email, index) => ({
          ...{ id: newId(), kind: "patient", host: "learn.lims.test", email, emailKey: email, payload: {} },
          ...{ codeHmac: "secret", triesSpent: index % 3 },
          // Two were made at once, and one was mailed again: it ends last.
          createdAt: at(index === 4 ? -3 : -index),
          expiresAt: at(index === 3 ? 30 : 29 - index),
        })),
      });
      await db.passwordReset.createMany({
        data: emails.map((email, index) => ({
          ...{
            id: newId(),
            host: "lims.test",
            email,
            emailKey: email,
            device: "A test",
            tokenHash: "secret",
          },
          ...{ codeHmac: "secret", triesSpent: index % 3, createdAt: at(-index) },
          ...{ codeExpiresAt: at(10 - index), linkExpiresAt: at(60 - index) },
          ...(index === 0 && { endedAt: at(0), endedBy: "code" }),
        })),
      });
      await db.preRegistration.createMany({
        data: emails.map((email, index) => ({
          ...{ id: newId(), email, emailKey: email, tokenHash: `secret-${index}` },
          ...{ createdAt: at(-index), expiresAt: at(60) },
        })),
      });
    });
    const q = { q: "@wait.test" };
    const sorted = turned(ascending(emails)).reverse();
    const sorts = ["newest", "oldest", "email", "ends_first", "ends_last"];

    const pending = await inEveryOrder(listPendingRegistrations, [...sorts, "most_tries"], q);
    holdEachOnce(pending, 5);
    expect(pluck(pending.email, "email")).toEqual(sorted);
    expect(pluck(pending.newest, "id")).toEqual(turned(pluck(pending.oldest, "id")));
    expect(pluck(pending.ends_last, "email")?.[0]).toBe("b@wait.test");
    expect(pluck(pending.ends_first, "secondsLeft")).toEqual([25, 27, 28, 29, 30].map((each) => each * 60));
    expect(pluck(pending.most_tries, "triesSpent")).toEqual([2, 1, 1, 0, 0]);

    const codes = await inEveryOrder(listVerificationCodes, [...sorts, "most_tries"], q);
    holdEachOnce(codes, 10);
    expect(pluck(codes.email, "email")).toEqual(sorted.flatMap((each) => [each, each]));
    const ends = (lines: Line[] | undefined) => lines?.map((line) => String(line.usedAt ?? line.expiresAt));
    expect(ends(codes.ends_first)).toEqual(ascending(ends(codes.ends_first)));
    expect(ends(codes.ends_last)).toEqual(turned(ends(codes.ends_first)));
    expect(pluck(codes.most_tries, "triesSpent")).toEqual([2, 2, 1, 1, 1, 1, 0, 0, 0, 0]);

    const verifications = await inEveryOrder(listEmailVerifications, sorts, q);
    holdEachOnce(verifications, 5);
    expect(pluck(verifications.email, "email")).toEqual(sorted);
    expect(pluck(verifications.oldest, "createdAt")).toEqual(
      ascending(pluck(verifications.newest, "createdAt")),
    );

    for (const state of ["valid", "used"]) {
      const resets = await inEveryOrder(listResetRequests, [...sorts, "most_tries"], { state });
      holdEachOnce(resets, state === "used" ? 1 : 4);
      expect(pluck(resets.email, "email")).toEqual(ascending(pluck(resets.newest, "email")));
      expect(pluck(resets.ends_first, "id")).toEqual(turned(pluck(resets.ends_last, "id")));
      expect(pluck(resets.oldest, "id")).toEqual(turned(pluck(resets.newest, "id")));
    }
    const told = await inEveryOrder(listPreRegistrations, ["newest", "oldest", "email"], q);
    holdEachOnce(told, 5);
    expect(pluck(told.email, "email")).toEqual(sorted);
    expect(pluck(told.newest, "email")).toEqual(emails);
    for (const each of [pending, codes, verifications, told]) {
      expect(JSON.stringify(each)).not.toContain("secret");
    }
  });

  it("K7 tasks and schedules", async () => {
    const functions = ["tidy-up", "carry-mail", "tidy-up", "self-test", "carry-mail"];
    await inPlatform(anywhere, async (db) => {
      await db.task.createMany({
        data: functions.map((functionId, index) => ({
          ...{ id: newId(), functionId, queue: "upkeep", eventName: "function.asked", data: {} },
          ...{
            state: "FAILURE" as const,
            attempt: index % 2,
            dueAt: at(0),
            createdAt: at(index === 1 ? 0 : index),
          },
        })),
      });
      await db.schedule.createMany({
        data: ["one", "two", "three"].map((functionId, index) => ({
          ...{ functionId: `sort-${functionId}`, cron: "* * * * *", summary: "Nothing" },
          ...{ lastRunAt: index === 1 ? null : at(index), nextRunAt: at(9 - index) },
          pausedAt: index === 2 ? at(0) : null,
        })),
      });
    });
    const read = await inEveryOrder(listTasks, ["newest", "oldest", "function", "most_tries"], {
      state: "FAILURE",
      queue: "upkeep",
    });
    holdEachOnce(read, 5);
    expect(pluck(read.function, "functionId")).toEqual(ascending(functions));
    expect(pluck(read.newest, "id")).toEqual(turned(pluck(read.oldest, "id")));
    expect(pluck(read.most_tries, "attempt")).toEqual([1, 1, 0, 0, 0]);
    const operator = await a.operator();
    const schedules = async (sort: string) =>
      (await operator.does(listSchedules, { query: { sort } })).data
        .map(({ functionId }) => functionId)
        .filter((each) => each.startsWith("sort-"));
    expect(await schedules("name")).toEqual(["sort-one", "sort-three", "sort-two"]);
    expect(await schedules("last_run")).toEqual(["sort-three", "sort-one", "sort-two"]);
    expect(await schedules("next_run")).toEqual(["sort-two", "sort-one", "sort-three"]);
  });

  it("mails, of which none is found by whose patient somebody is", async () => {
    const lab = await a.laboratory();
    const templates = ["welcome", "report-ready", "sign-in-code", "welcome", "invoice-issued"];
    await inPlatform(anywhere, (db) =>
      db.mail.createMany({
        data: templates.map((template, index) => ({
          ...{
            id: newId(),
            laboratoryId: lab.ref.id,
            recipient: "pat@sort.test",
            subject: "Hello",
            template,
          },
          ...{ text: "x", html: "x", state: "dead" as const, attempts: index % 2, createdAt: at(index) },
        })),
      }),
    );
    const of = { laboratoryId: lab.ref.id };
    const read = await inEveryOrder(listMails, ["newest", "oldest", "template", "most_tries"], of);
    holdEachOnce(read, 5);
    expect(pluck(read.template, "template")).toEqual(ascending(templates));
    expect(pluck(read.newest, "template")).toEqual(turned(templates));
    expect(pluck(read.most_tries, "attempts")).toEqual([1, 1, 0, 0, 0]);
    const hers = await inEveryOrder(listMails, ["oldest"], { ...of, to: "pat@sort.test" });
    expect(pluck(hers.oldest, "template")).toEqual(["welcome", "sign-in-code", "welcome"]);
  });

  it("suspicions, found by the address they came from and by whom they are about", async () => {
    const lab = await a.laboratory();
    const ada = await lab.member("technician");
    const kinds = ["not_me", "many_accounts", "not_me", "code_spraying"] as const;
    for (const [index, kind] of kinds.entries()) {
      await inPlatform(anywhere, (db) =>
        recordSuspicion(
          db,
          at(index),
          { from: { ...ada.actor.from, ip: "198.51.100.77" }, laboratory: null },
          { kind, accountId: kind === "not_me" ? ada.accountId : null, evidence: {}, answer: "noted" },
        ),
      );
    }
    const sorts = ["newest", "oldest", "kind"];
    const read = await inEveryOrder(listSuspicions, sorts, { q: "198.51.100.77", state: "open" });
    holdEachOnce(read, 4);
    expect(pluck(read.oldest, "kind")).toEqual(kinds);
    expect(pluck(read.newest, "kind")).toEqual(turned(kinds));
    expect(pluck(read.kind, "kind")).toEqual(ascending([...kinds]));
    const publicId = String(read.kind?.at(-1)?.publicId);
    holdEachOnce(await inEveryOrder(listSuspicions, sorts, { q: publicId.toLowerCase() }), 2);
  });

  it("the audit trail", async () => {
    const operator = await a.operator();
    const clock = a.clock("2026-11-20T08:00:00Z");
    for (let read = 0; read < 4; read += 1) {
      await operator.does(listAccounts, { query: { q: "nobody" } });
      clock.pass(read === 1 ? 0 : 1000);
    }
    const of = { actorId: operator.accountId, action: "accounts.searched" };
    const read = await inEveryOrder(listPlatformEvents, ["newest", "oldest"], of);
    holdEachOnce(read, 4);
    expect(pluck(read.newest, "id")).toEqual(turned(pluck(read.oldest, "id")));
  });
});

describe("a cursor", () => {
  it("of another order is refused where it could be no place in this one", async () => {
    const operator = await a.operator();
    for (let made = 0; made < 2; made += 1) await a.laboratory();
    const { nextCursor } = await operator.does(listAccounts, { query: { limit: "1", sort: "name" } });
    for (const sort of ["newest", "oldest"]) {
      await expect(
        operator.does(listAccounts, { query: { sort, cursor: nextCursor ?? "" } }),
      ).rejects.toMatchObject({ code: "malformed_request" });
    }
  });
});

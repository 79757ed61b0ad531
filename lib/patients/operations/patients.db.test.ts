import { beforeAll, describe, expect, it } from "vitest";
import { inLaboratory, inPlatform } from "@/lib/infra/db";
import { a, type Lab, type Member } from "@/tests/support/a";
import type { Patient } from "../schema";
import { correctPatient } from "./correct-patient";
import { listPatients } from "./list-patients";
import { openPatient } from "./open-patient";
import { registerPatient } from "./register-patient";

let lab: Lab;
let next: Lab;
let reception: Member;
beforeAll(async () => {
  [lab, next] = [await a.laboratory(), await a.laboratory()];
  reception = await lab.member("receptionist");
});

const register = (about: object = {}, who = reception): Promise<Patient> =>
  who.does(registerPatient, { body: { familyName: "Nobody", sex: "unknown", ...about } });

const correct = (patient: { id: string; version: number }, body: object) =>
  reception.does(correctPatient, { params: { patientId: patient.id }, body, ifMatch: patient.version });

const events = (action: string, patientId?: string) =>
  inLaboratory(lab.ref.id, null, async (db) =>
    db.auditEvent.findMany({
      where: { laboratoryId: lab.ref.id, action, ...(patientId && { patientId }) },
      orderBy: { id: "desc" },
    }),
  );

describe("registering", () => {
  it("gives a number when none is given, and skips those that are taken", async () => {
    const first = await register();
    expect(first.mrn).toMatch(/^M\d{6}$/);
    const following = (by: number) => `M${String(Number(first.mrn.slice(1)) + by).padStart(6, "0")}`;
    await register({ mrn: following(1) });
    await register({ mrn: following(2) });
    expect((await register()).mrn).toBe(following(3));
    expect(await register({ mrn: "ΑΒΓ/7 old" })).toMatchObject({ mrn: "ΑΒΓ/7 old", version: 1 });
  });

  it("gives each of many at once a number of their own", async () => {
    const made = await Promise.all(Array.from({ length: 12 }, () => register()));
    expect(new Set(made.map(({ mrn }) => mrn)).size).toBe(12);
  });

  it.each([
    "王芳",
    "علي الحسن",
    "Ѓорѓиевски-Ќосев",
    "नेहा",
    "<script>alert(1)</script>",
    "=cmd()|' /C calc'!A0",
    "👩‍🔬 Lab",
    "O’Brien; drop table patient--",
    "é".repeat(300),
  ])("keeps the name as typed: %s", async (familyName) => {
    const made = await register({ familyName, givenName: familyName });
    const read = await reception.does(openPatient, { params: { patientId: made.id } });
    expect(read).toMatchObject({ familyName, givenName: familyName });
  });

  it("keeps everything that is known, and takes empty fields for unknown", async () => {
    const known = {
      ...{
        familyName: "Okafor",
        givenName: "Chidi",
        birthDate: "1984-02-29",
        birthDateEstimated: true,
        sex: "male",
      },
      ...{
        phone: "+234 803 123 4567",
        email: "chidi@example.org",
        address: "1 Road\nLagos",
        nationalId: "NG 1",
      },
    };
    expect(await register(known)).toMatchObject({ ...known, displayName: "OKAFOR, Chidi" });
    const empty = { givenName: "", phone: "", email: "", address: "", nationalId: "" };
    const nothing = { givenName: null, phone: null, email: null, address: null, nationalId: null };
    expect(await register(empty)).toMatchObject({ ...nothing, birthDate: null });
  });

  it("R1 refuses birth dates that are none, too early or to come", async () => {
    a.clock("2026-11-20T23:30:00Z");
    for (const birthDate of ["2025-02-29", "1849-12-31", "2026-11-21", "20.11.2026", ""]) {
      await expect(register({ birthDate })).rejects.toMatchObject({
        extras: { errors: { birthDate: [expect.any(String)] } },
      });
    }
    expect(await register({ birthDate: "2026-11-20" })).toMatchObject({ birthDate: "2026-11-20" });
  });

  it("refuses what is not known here, and names that are too long or hold control characters", async () => {
    for (const about of [
      { id: "x" },
      { laboratoryId: next.ref.id },
      { familyName: "" },
      { familyName: "a".repeat(301) },
      { familyName: "a\u0000b" },
      { familyName: "a\u202eb" },
      { sex: "m" },
      { email: "nobody" },
    ]) {
      await expect(register(about)).rejects.toMatchObject({ code: "validation_failed" });
    }
  });
});

describe("likely duplicates", () => {
  const jones = { familyName: "Jones-Müller", givenName: "William", birthDate: "1961-06-15", sex: "male" };

  it("R2 shows who it may be before saving, and saves when told that it is somebody else", async () => {
    const first = await register({ ...jones, phone: "+44 20 7946 0958" });
    const again = { familyName: "muller jones", givenName: "Wiliam", birthDate: "1961-06-15", sex: "male" };
    await expect(register(again)).rejects.toMatchObject({
      code: "already_exists",
      extras: {
        members: {
          candidates: [
            {
              ...{ id: first.id, mrn: first.mrn, displayName: "JONES-MÜLLER, William" },
              ...{ birthDate: "1961-06-15", sex: "male", because: ["name_and_birth_date"] },
            },
          ],
        },
      },
    });
    const accepted = await register({ ...again, acceptDuplicate: true });
    expect(accepted.id).not.toBe(first.id);
    expect((await events("patient.registered", accepted.id))[0]?.details).toEqual({
      notTheSameAs: [first.id],
    });
  });

  it("R2 sees the same phone and the same national id, however they are written", async () => {
    const known = await register({ phone: "+354 555 98 76", nationalId: "15 06 61-7319" });
    for (const about of [{ phone: "555-9876" }, { nationalId: "150661 7319" }]) {
      await expect(register({ familyName: "Other", ...about })).rejects.toMatchObject({
        extras: { members: { candidates: [{ id: known.id }] } },
      });
    }
  });

  it("R2 refuses an MRN twice, accepted or not", async () => {
    const known = await register({ mrn: "TWICE" });
    await expect(
      register({ mrn: "TWICE", familyName: "Other", acceptDuplicate: true }),
    ).rejects.toMatchObject({
      code: "already_exists",
      extras: { errors: { mrn: [expect.any(String)] }, members: { candidates: [{ id: known.id }] } },
    });
  });

  it("R2 lets one of two through who register one person at the same moment", async () => {
    const person = { familyName: "Moment", birthDate: "1999-09-09" };
    const tried = await Promise.allSettled([1, 2, 3].map(() => register(person)));
    expect(tried.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected", "rejected"]);
  });

  it("R2 keeps whom it was shown in the trail, without a name", async () => {
    const known = await register({ familyName: "Trailsson", birthDate: "1971-01-02" });
    await expect(register({ familyName: "Trailsson", birthDate: "1971-01-02" })).rejects.toThrow();
    const [refused] = (await events("patient.registered")).filter(({ outcome }) => outcome === "refused");
    expect(refused?.details).toEqual({ shown: [known.id] });
    expect(JSON.stringify(refused).toLowerCase()).not.toContain("trailsson");
  });

  it("R2 tells a provider nothing of who it may be, and leaves it to reception", async () => {
    const provider = await lab.member("provider");
    const known = await register({ familyName: "Silence", birthDate: "1950-05-05" });
    const body = { familyName: "Silence", birthDate: "1950-05-05" };
    const made = await register(body, provider);
    expect(made).not.toHaveProperty("candidates");
    expect((await events("patient.registered", made.id))[0]?.details).toEqual({
      possibleDuplicateOf: [known.id],
    });
    const taken = await register({ ...body, mrn: known.mrn }, provider).catch((problem) => problem);
    expect(taken).toMatchObject({ code: "already_exists" });
    expect(JSON.stringify(taken.extras)).not.toContain(known.id);
    await expect(provider.does(listPatients, {})).rejects.toMatchObject({ code: "forbidden" });
    await expect(provider.does(openPatient, { params: { patientId: known.id } })).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  it("R2 does not look into the laboratory next door", async () => {
    await register({ ...jones, familyName: "Nextdoor", mrn: "ND-1" });
    const there = await next.member("receptionist");
    expect(await register({ ...jones, familyName: "Nextdoor", mrn: "ND-1" }, there)).toMatchObject({
      mrn: "ND-1",
    });
  });
});

describe("finding", () => {
  let clinic: Lab;
  let desk: Member;
  const known: Record<string, Patient> = {};
  beforeAll(async () => {
    clinic = await a.laboratory();
    desk = await clinic.member("receptionist");
    for (const [key, about] of Object.entries({
      muller: {
        familyName: "Müller",
        givenName: "Anna-Sofie",
        birthDate: "1961-06-15",
        phone: "+49 151 2345 6789",
      },
      muller2: { familyName: "Müller", givenName: "Jörg", birthDate: "1985-01-31" },
      okafor: { familyName: "Okafor", givenName: "Chidi", birthDate: "1961-06-15", mrn: "LAB-0042" },
      wang: { familyName: "王", givenName: "小芳" },
      ali: { familyName: "الحسن", givenName: "عليّ" },
      dvorak: { familyName: "Dvořák", givenName: "Łukasz", mrn: "LAB-0043" },
      obrien: { familyName: "O’Brien", givenName: "Siobhán" },
    })) {
      known[key] = await register(about, desk);
    }
  });

  const found = async (q: string, who = desk) =>
    (await who.does(listPatients, { query: { q } })).data.map(({ id }) =>
      Object.keys(known).find((key) => known[key]?.id === id),
    );

  it.each([
    ["Müller Anna", "muller"],
    ["mueller sofie", "muller"],
    ["muler", "muller2"],
    ["anna muller", "muller"],
    ["dvorak", "dvorak"],
    ["lukas dvorzak", "dvorak"],
    ["OBRIEN", "obrien"],
    ["o'brian siobhan", "obrien"],
    ["okafour", "okafor"],
    ["王小芳", "wang"],
    ["小芳", "wang"],
    ["علي", "ali"],
    ["الحسن علي", "ali"],
  ])("finds by a name, accents and slips aside: %s", async (typed, who) => {
    expect(await found(typed)).toContain(who);
  });

  it("puts the closest name first", async () => {
    expect((await found("jorg muller"))[0]).toBe("muller2");
    expect((await found("anna sofie muller"))[0]).toBe("muller");
  });

  it("finds by MRN and by its beginning, in either case", async () => {
    expect(await found("LAB-0042")).toEqual(["okafor"]);
    expect((await found("lab-004")).sort()).toEqual(["dvorak", "okafor"]);
    expect(await found("LAB-1")).toEqual([]);
    expect((await found(known.wang?.mrn ?? ""))[0]).toBe("wang");
  });

  it("finds by phone, with and without the code of the country", async () => {
    for (const typed of ["+49 151 2345 6789", "0151 23456789", "0151/2345-6789", "004915123456789"]) {
      expect(await found(typed)).toEqual(["muller"]);
    }
  });

  it("finds by birth date, as it is written here and there", async () => {
    for (const typed of ["1961-06-15", "15.06.1961", "15.6.1961", "15/06/1961"]) {
      expect((await found(typed)).sort()).toEqual(["muller", "okafor"]);
    }
  });

  it("ranks who fits in two ways before who fits in one", async () => {
    expect((await found("müller 1961-06-15"))[0]).toBe("muller");
    expect((await found("1961-06-15 okafor"))[0]).toBe("okafor");
  });

  it("finds nobody for what is no name, no number and no date", async () => {
    for (const typed of ["🙂", "%", "_", "' or 1=1 --", "\\", "zzzzqqq"])
      expect(await found(typed)).toEqual([]);
  });

  it("finds nobody of the laboratory next door", async () => {
    const stranger = await lab.member("receptionist");
    for (const typed of ["dvorak", "LAB-0042", "+49 151 2345 6789"]) {
      expect(await found(typed, stranger)).toEqual([]);
    }
  });

  it("answers no more than asked, and lists everybody, newest first, page by page", async () => {
    expect((await desk.does(listPatients, { query: { q: "1961-06-15", limit: "1" } })).data).toHaveLength(1);
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const query: object = { limit: "3", ...(cursor && { cursor }) };
      const page: { data: Patient[]; nextCursor: string | null; hasMore: boolean } = await desk.does(
        listPatients,
        { query },
      );
      expect(page.hasMore).toBe(page.nextCursor !== null);
      seen.push(...page.data.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toEqual(
      Object.values(known)
        .map(({ id }) => id)
        .reverse(),
    );
    await expect(desk.does(listPatients, { query: { cursor: "made-up" } })).rejects.toMatchObject({
      code: "malformed_request",
    });
  });

  it("R25 leaves in the trail how many were shown, never what was typed", async () => {
    await found("Müller Anna");
    const rows = await inLaboratory(clinic.ref.id, null, async (db) =>
      db.auditEvent.findMany({ where: { action: "patients.searched" } }),
    );
    expect(rows.some(({ details }) => JSON.stringify(details) === '{"shown":2,"searched":true}')).toBe(true);
    expect(JSON.stringify(rows)).not.toMatch(/m[uü]ller/i);
  });
});

describe("opening and correcting", () => {
  it("R25 records each opening", async () => {
    const patient = await register();
    await reception.does(openPatient, { params: { patientId: patient.id } });
    expect(await events("patient.opened", patient.id)).toMatchObject([
      { actorId: reception.memberId, recordType: "patient", recordId: patient.id, outcome: "done" },
    ]);
  });

  it("R6a announces a correction of birth date, its estimate or sex, and of nothing else", async () => {
    const patient = await register({ birthDate: "1980-01-01", sex: "male" });
    const facts = () => announced(patient.id);
    let now = await correct(patient, { phone: "01 234 5678", familyName: "Somebody" });
    now = await correct(now, { birthDate: "1980-01-01", sex: "male" });
    expect(await facts()).toBe(0);
    now = await correct(now, { birthDate: "1980-01-02" });
    expect(await facts()).toBe(1);
    now = await correct(now, { birthDateEstimated: true });
    now = await correct(now, { sex: "other" });
    expect(await facts()).toBe(3);
    now = await correct(now, { birthDate: null });
    expect(now).toMatchObject({ birthDate: null, birthDateEstimated: false, version: 7 });
    expect(await facts()).toBe(4);
  });

  it("R25 records which fields changed, with old and new where they name nobody", async () => {
    const patient = await register({ familyName: "Before", birthDate: "1980-01-03", sex: "male" });
    await correct(patient, { familyName: "Afterwards", sex: "female", phone: "07700 900123" });
    const [event] = await events("patient.corrected", patient.id);
    expect(event?.details).toEqual({
      changed: {
        familyName: { from: "…", to: "…" },
        displayName: { from: "…", to: "…" },
        phone: { from: "…", to: "…" },
        sex: { from: "male", to: "female" },
      },
    });
  });

  it("is found by what it was corrected to", async () => {
    const patient = await register({ familyName: "Quetzalcoatlus", phone: "0131 496 0000" });
    await correct(patient, { familyName: "Xylophonides", phone: "0131 496 0999" });
    const found = async (q: string) =>
      (await reception.does(listPatients, { query: { q } })).data.map(({ id }) => id);
    expect(await found("xylofonides")).toEqual([patient.id]);
    expect(await found("+44 131 496 0999")).toEqual([patient.id]);
    expect(await found("quetzalcoatlus")).toEqual([]);
    expect(await found("0131 496 0000")).toEqual([]);
  });

  it("holds whoever corrects to the version they read, and lets one of two win", async () => {
    const patient = await register();
    const params = { patientId: patient.id };
    await expect(reception.does(correctPatient, { params, body: { sex: "male" } })).rejects.toMatchObject({
      code: "precondition_required",
    });
    const tried = await Promise.allSettled(["male", "female"].map((sex) => correct(patient, { sex })));
    expect(tried.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expect(correct(patient, { sex: "other" })).rejects.toMatchObject({ code: "precondition_failed" });
  });

  it("refuses an MRN that another patient has, and an estimate of no birth date", async () => {
    const [one, other] = [await register(), await register()];
    await expect(correct(one, { mrn: other.mrn })).rejects.toMatchObject({ code: "already_exists" });
    await expect(correct(one, { birthDateEstimated: true })).rejects.toMatchObject({
      code: "validation_failed",
    });
    expect(await correct(one, { mrn: "CORRECTED-1" })).toMatchObject({ mrn: "CORRECTED-1", version: 2 });
  });

  it("answers another laboratory's patient as a missing one", async () => {
    const patient = await register();
    const stranger = await next.member("receptionist");
    const params = { patientId: patient.id };
    await expect(stranger.does(openPatient, { params })).rejects.toMatchObject({ code: "not_found" });
    await expect(
      stranger.does(correctPatient, { params, body: { sex: "male" }, ifMatch: 1 }),
    ).rejects.toMatchObject({ code: "not_found" });
  });

  it("lets the bench read and not correct", async () => {
    const technician = await lab.member("technician");
    const patient = await register();
    const params = { patientId: patient.id };
    expect(await technician.does(openPatient, { params })).toMatchObject({ id: patient.id });
    await expect(
      technician.does(correctPatient, { params, body: { sex: "male" }, ifMatch: 1 }),
    ).rejects.toMatchObject({ code: "forbidden" });
    await expect(register({}, technician)).rejects.toMatchObject({ code: "forbidden" });
  });
});

/** How often it was announced that a patient was corrected. */
async function announced(patientId: string): Promise<number> {
  const rows = await inPlatform({ laboratoryId: lab.ref.id, accountId: null }, async (db) =>
    db.sql("select 1 from outbox where name = 'patient.corrected' and payload ->> 'patientId' = $1", [
      patientId,
    ]),
  );
  return rows.length;
}

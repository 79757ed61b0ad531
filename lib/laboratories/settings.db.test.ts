import { describe, expect, it } from "vitest";
import { reauthenticate } from "@/lib/accounts/operations/reauthenticate";
import { inLaboratory } from "@/lib/infra/db";
import { a, type Lab } from "@/tests/support/a";
import { lettersTo } from "@/tests/support/letters";
import { addProvider } from "./operations/add-provider";
import { changeProvider } from "./operations/change-provider";
import { changeSettings } from "./operations/change-settings";
import { listProviders } from "./operations/list-providers";
import { openProvider } from "./operations/open-provider";
import { openSettings } from "./operations/open-settings";
import { removeMember } from "./operations/remove-member";
import { retireProvider } from "./operations/retire-provider";
import { Slug } from "./schema";

const change = (lab: Lab, body: unknown, ifMatch = 1) =>
  lab.administrator.does(changeSettings, { body, ifMatch });

describe("the laboratory", () => {
  it("is changed field by field; what is left out stays, and the trail says what was before", async () => {
    const lab = await a.laboratory({ name: "Harbour Laboratory" });
    const body = {
      addressLines: ["2070 Test Park", "London"],
      director: "Dr Ada Okafor",
      accessionFormat: "HL{yyyy}-{seq:6}",
      colour: "#7A1FA2",
      allowedOrigins: ["https://app.example.org", "http://localhost:5173"],
    };
    const changed = await change(lab, body);
    expect(changed).toMatchObject({ ...body, colour: "#7a1fa2", name: "Harbour Laboratory", version: 2 });
    const cleared = await change(lab, { director: null }, 2);
    expect(cleared).toMatchObject({ director: null, addressLines: body.addressLines });
    expect(await (await lab.member("phlebotomist")).does(openSettings)).toEqual(cleared);
    const [event] = await inLaboratory(lab.ref.id, null, async (db) => {
      return await db.auditEvent.findMany({
        where: { action: "laboratory.changed" },
        orderBy: { id: "desc" },
      });
    });
    expect(event?.details).toEqual({ director: { from: "Dr Ada Okafor", to: null } });
  });

  it.each([
    { accessionFormat: "{yy}-{MM}" },
    { colour: "teal" },
    { timeZone: "Mars/Olympus" },
    { timeZone: "+02:00" },
    { name: "" },
    { name: "a\u202eb" },
    { email: "not an address" },
    { allowedOrigins: ["https://app.example.org/path"] },
    { allowedOrigins: ["http://app.example.org"] },
    { allowedOrigins: ["*"] },
    { allowedOrigins: ["null"] },
    { addressLines: Array(7).fill("x") },
    { slug: "other" },
    { currency: "EUR" },
    { isDemonstration: false },
    { state: "suspended" },
    { id: "x" },
  ])("S26 refuses %j", async (body) => {
    const lab = await a.laboratory();
    await expect(change(lab, body)).rejects.toMatchObject({ code: "validation_failed" });
  });

  it("keeps the change of whoever was first", async () => {
    const lab = await a.laboratory();
    const settled = await Promise.allSettled(["One", "Two", "Three"].map((name) => change(lab, { name })));
    expect(settled.filter(({ status }) => status === "fulfilled").length).toBe(1);
    await expect(change(lab, { name: "Late" }, 1)).rejects.toMatchObject({ code: "precondition_failed" });
  });

  it("S15 changes how people sign in within an hour of signing in, and the rest at any time", async () => {
    const clock = a.clock("2026-11-20T08:00:00Z");
    const lab = await a.laboratory();
    clock.pass(61 * 60_000);
    for (const body of [
      { secondFactorRoles: ["pathologist"] },
      { allowsEmailCode: false },
      { passwordLengthMin: 16 },
      { idleLockMinutes: 10 },
      { name: "Harbour Laboratory", idleLockMinutes: 10 },
    ]) {
      await expect(change(lab, body)).rejects.toMatchObject({ code: "reauthentication_required" });
    }
    // Said again as it is, it changes nothing.
    const renamed = await change(lab, { name: "Harbour Laboratory", allowsEmailCode: true });
    expect(renamed).toMatchObject({ name: "Harbour Laboratory", passwordLengthMin: 12, version: 2 });
    const body = { password: a.password };
    await lab.administrator.does(reauthenticate, { body });
    expect(await change(lab, { allowsEmailCode: false }, 2)).toMatchObject({ allowsEmailCode: false });
  });

  it("S15 tells every administrator by mail how people sign in from now on, and how until now; nobody else, of nothing else", async () => {
    const lab = await a.laboratory({ name: "Harbour Laboratory" });
    const [second, gone] = [await lab.member("administrator"), await lab.member("administrator")];
    await lab.administrator.does(removeMember, { params: { memberId: gone.memberId }, ifMatch: 1 });
    const bench = await lab.member("technician");
    const told = async ({ email }: { email: string }) =>
      (await lettersTo(email)).filter(({ template }) => template === "sign-in-rules-changed");
    await change(lab, { colour: "#7a1fa2", allowsEmailCode: true });
    expect(await told(second)).toEqual([]);
    await change(
      lab,
      { secondFactorRoles: ["administrator", "pathologist"], passwordLengthMin: 16, idleLockMinutes: 1 },
      2,
    );
    await change(lab, { secondFactorRoles: [], idleLockMinutes: null, allowsEmailCode: false }, 3);
    for (const administrator of [lab.administrator, second]) {
      const [first, last, ...more] = await told(administrator);
      expect(more).toEqual([]);
      expect(first?.subject).toBe("How people sign in to Harbour Laboratory was changed");
      const [tightened, loosened] = [first, last].map((each) => each?.text.replace(/\s+/g, " "));
      expect(tightened).toContain(lab.administrator.actor.name);
      expect(tightened).toContain(
        "A second factor is asked of the roles administrator and pathologist; until now of nobody.",
      );
      expect(tightened).toContain("The shortest password has 16 characters; until now 12.");
      expect(tightened).toContain("locks after 1 minute; until now never.");
      expect(tightened).not.toContain("code from their mail");
      expect(loosened).toContain("asked of nobody; until now of the roles administrator and pathologist.");
      expect(loosened).toContain("locks never; until now after 1 minute.");
      expect(loosened).toContain("People can no longer sign in with a code from their mail.");
      expect(loosened).not.toContain("shortest password");
    }
    for (const other of [gone, bench]) expect(await told(other)).toEqual([]);
  });

  it("S17 is changed by administrators only", async () => {
    const lab = await a.laboratory();
    for (const role of ["pathologist", "auditor", "receptionist"] as const) {
      const person = await lab.member(role);
      await expect(person.does(changeSettings, { body: { name: "Mine" }, ifMatch: 1 })).rejects.toMatchObject(
        { code: "forbidden" },
      );
    }
    await expect(lab.anonymous().does(openSettings)).rejects.toMatchObject({ code: "unauthenticated" });
  });
});

describe("the directory of providers", () => {
  const add = (lab: Lab, firstName: string, lastName: string, more: object = {}) =>
    lab.administrator.does(addProvider, { body: { firstName, lastName, ...more } });
  const find = async (lab: Lab, query: object) =>
    (await lab.administrator.does(listProviders, { query })).data.map((each) => each.lastName);

  it("is found by the beginnings of names, without accents and in any order, within this laboratory", async () => {
    const [lab, next] = [await a.laboratory(), await a.laboratory()];
    await add(lab, "Zoë", "Müller");
    await add(lab, "Miriam", "Osei");
    await add(lab, "Muriel", "Adeyemi");
    await add(next, "Zoë", "Müllerova");
    expect(await find(lab, {})).toEqual(["Adeyemi", "Müller", "Osei"]);
    expect(await find(lab, { q: "mul" })).toEqual(["Müller"]);
    expect(await find(lab, { q: "zoe mull" })).toEqual(["Müller"]);
    expect(await find(lab, { q: "m" })).toEqual(["Adeyemi", "Müller", "Osei"]);
    expect(await find(lab, { q: "%" })).toEqual(["Adeyemi", "Müller", "Osei"]);
    expect(await find(lab, { q: "llerova" })).toEqual([]);
  });

  it("comes page by page, each provider once", async () => {
    const lab = await a.laboratory();
    for (const last of ["Cole", "Abe", "Bell", "Abe", "Dunn"]) await add(lab, "Same", last);
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: { data: { id: string }[]; nextCursor: string | null } = await lab.administrator.does(
        listProviders,
        {
          query: { limit: "2", ...(cursor && { cursor }) },
        },
      );
      seen.push(...page.data.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor);
    expect(new Set(seen).size).toBe(5);
    expect(seen.length).toBe(5);
  });

  it("corrects and retires a provider, who is then found among the retired", async () => {
    const lab = await a.laboratory();
    const { id } = await add(lab, "Miriam", "Osei", {
      specialization: "Cardiology",
      phone: "+44 20 7946 0000",
    });
    const params = { providerId: id };
    const changed = await lab.administrator.does(changeProvider, {
      params,
      body: { lastName: "Osei-Müller", phone: null },
      ifMatch: 1,
    });
    expect(changed).toMatchObject({
      lastName: "Osei-Müller",
      phone: null,
      specialization: "Cardiology",
      version: 2,
    });
    expect(await find(lab, { q: "muller" })).toEqual(["Osei-Müller"]);
    const retired = await lab.administrator.does(retireProvider, { params });
    expect(retired.retiredAt).not.toBeNull();
    expect(await find(lab, {})).toEqual([]);
    expect(await find(lab, { retired: "true" })).toEqual(["Osei-Müller"]);
    await expect(lab.administrator.does(retireProvider, { params })).rejects.toMatchObject({
      code: "illegal_move",
    });
  });

  it("S5 S17 shows nothing to the laboratory next door, and is changed by administrators only", async () => {
    const [lab, next] = [await a.laboratory(), await a.laboratory()];
    const { id } = await add(lab, "Miriam", "Osei");
    const params = { providerId: id };
    const missing = { code: "not_found" };
    await expect(next.administrator.does(openProvider, { params })).rejects.toMatchObject(missing);
    await expect(
      next.administrator.does(changeProvider, { params, body: { lastName: "X" }, ifMatch: 1 }),
    ).rejects.toMatchObject(missing);
    await expect(next.administrator.does(retireProvider, { params })).rejects.toMatchObject(missing);
    const reception = await lab.member("receptionist");
    expect((await reception.does(openProvider, { params })).id).toBe(id);
    await expect(
      reception.does(addProvider, { body: { firstName: "A", lastName: "B" } }),
    ).rejects.toMatchObject({ code: "forbidden" });
    const provider = await lab.member("provider");
    await expect(provider.does(listProviders, { query: {} })).rejects.toMatchObject({ code: "forbidden" });
  });
});

it("an address that the form takes is one that the host allow-list knows", async () => {
  const { slugForm } = await import("@/lib/infra/hosts");
  for (const slug of ["abc", "harbour", "a-b-c", "lab2", `a${"b".repeat(31)}`]) {
    expect(Slug.parse(` ${slug.toUpperCase()} `)).toBe(slug);
    expect(slug).toMatch(slugForm);
  }
});

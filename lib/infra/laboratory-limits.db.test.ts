import { describe, expect, it, vi } from "vitest";
import { inviteMember } from "@/lib/laboratories/operations/invite-member";
import { listProviders } from "@/lib/laboratories/operations/list-providers";
import { a } from "@/tests/support/a";
import { lettersTo } from "@/tests/support/letters";

vi.hoisted(() => Object.assign(process.env, { LIMIT_LABORATORY: "6/60", LIMIT_INVITATION: "2/3600" }));

const refused = { code: "rate_limited" };

describe("P11 what is counted for a laboratory as a whole", () => {
  it("is whatever its people do, and another laboratory goes on", async () => {
    a.clock("2026-11-20T08:00:00Z");
    const [busy, quiet] = [await a.laboratory(), await a.laboratory()];
    const [one, other] = [await busy.member("receptionist"), await busy.member("auditor")];
    for (let turn = 0; turn < 3; turn += 1) {
      await one.does(listProviders);
      await other.does(listProviders);
    }
    for (const member of [one, other, busy.administrator]) {
      await expect(member.does(listProviders)).rejects.toMatchObject(refused);
    }
    await quiet.administrator.does(listProviders);
  });

  it("is not what a stranger does at its address", async () => {
    a.clock("2026-11-20T09:00:00Z");
    const lab = await a.laboratory();
    for (let turn = 0; turn < 10; turn += 1) {
      await expect(lab.anonymous().does(listProviders)).rejects.toMatchObject({ code: "unauthenticated" });
    }
    await lab.administrator.does(listProviders);
  });

  it("is how many invitations it has mailed: one too many is not written down and not mailed", async () => {
    const clock = a.clock("2026-11-20T10:00:00Z");
    const { administrator } = await a.laboratory();
    const invite = (email: string) =>
      administrator.does(inviteMember, { body: { email, roles: ["technician"] } });
    for (const each of ["first", "second"]) await invite(`${each}@invited.test`);
    await expect(invite("third@invited.test")).rejects.toMatchObject(refused);
    expect(await lettersTo("third@invited.test")).toEqual([]);
    clock.pass(3_600_000);
    await invite("third@invited.test");
    expect(await lettersTo("third@invited.test")).toHaveLength(1);
  });
});

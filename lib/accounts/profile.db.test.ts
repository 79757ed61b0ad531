import { describe, expect, it } from "vitest";
import { readLogo } from "@/lib/laboratories/operations/read-logo";
import { removeLogo } from "@/lib/laboratories/operations/remove-logo";
import { setLogo } from "@/lib/laboratories/operations/set-logo";
import { a } from "@/tests/support/a";
import { changeMyProfile } from "./operations/change-profile";
import { readAvatar } from "./operations/read-avatar";
import { readMe } from "./operations/read-me";
import { removeMyAvatar } from "./operations/remove-avatar";
import { setAvatar } from "./operations/set-avatar";

const image =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

describe("T1 a profile", () => {
  it("T1 M15 keeps name, username, phone, birth date, zone and wishes, and changes nothing that is left out", async () => {
    const { administrator } = await a.laboratory();
    const before = await administrator.does(readMe);
    const body = {
      username: `ada.${before.publicId.toLowerCase().slice(3)}x`,
      phone: "+44 20 7946 0958",
      birthDate: "1980-02-29",
      timeZone: "Asia/Seoul",
      mutedNotices: ["report-ready"],
    };
    const after = await administrator.does(changeMyProfile, { body, ifMatch: before.version });
    expect(after).toMatchObject({
      ...body,
      phone: "+442079460958",
      firstName: before.firstName,
      emailVerified: true,
    });
    expect(await administrator.does(readMe)).toEqual(after);
  });

  it("M15 is not overwritten by somebody who read it earlier", async () => {
    const { administrator } = await a.laboratory();
    const { version } = await administrator.does(readMe);
    await administrator.does(changeMyProfile, { body: { firstName: "Ada" }, ifMatch: version });
    await expect(
      administrator.does(changeMyProfile, { body: { firstName: "Eve" }, ifMatch: version }),
    ).rejects.toMatchObject({ code: "precondition_failed" });
  });

  it.each([
    ["role", { roles: ["administrator"] }],
    ["being an operator", { isOperator: true }],
    ["a verified address", { emailVerified: true }],
    ["an e-mail address", { email: "eve@x.test" }],
    ["an id", { id: "019a9f3e-7c1b-7d52-9a44-5c1f0e2b7a10" }],
    ["a public id", { publicId: "STF00000001" }],
  ])("S26 cannot be used to set %s", async (_, body) => {
    const { administrator } = await a.laboratory();
    const { version } = await administrator.does(readMe);
    await expect(administrator.does(changeMyProfile, { body, ifMatch: version })).rejects.toMatchObject({
      code: "validation_failed",
    });
  });

  it("P2 gives a username to one person only, and none that could be taken for an address or a public id", async () => {
    const [{ administrator: ada }, { administrator: bob }] = [await a.laboratory(), await a.laboratory()];
    const take = async (who: typeof ada, username: string) =>
      who.does(changeMyProfile, { body: { username }, ifMatch: (await who.does(readMe)).version });
    const username = `one${Date.now() % 1e9}`;
    await take(ada, username);
    await expect(take(bob, username.toUpperCase())).rejects.toMatchObject({ code: "already_exists" });
    for (const bad of ["ada@demo.test", "PAT12345678"]) {
      await expect(take(bob, bad)).rejects.toMatchObject({ code: "validation_failed" });
    }
  });

  it("T1 S22 shows a picture to its owner only", async () => {
    const lab = await a.laboratory();
    const other = await lab.member("technician");
    await expect(lab.administrator.does(readAvatar)).rejects.toMatchObject({ code: "not_found" });
    const { avatarSha256 } = await lab.administrator.does(setAvatar, { body: { image } });
    expect((await lab.administrator.does(readMe)).avatarSha256).toBe(avatarSha256);
    expect((await lab.administrator.does(readAvatar)).byteLength).toBeGreaterThan(100);
    await expect(other.does(readAvatar)).rejects.toMatchObject({ code: "not_found" });
    await expect(lab.anonymous().does(readAvatar)).rejects.toMatchObject({ code: "unauthenticated" });
    await lab.administrator.does(removeMyAvatar);
    expect((await lab.administrator.does(readMe)).avatarSha256).toBeNull();
  });
});

describe("T11 a laboratory's logo", () => {
  it("S5 S22 is served at its own address to anybody, and at no other's", async () => {
    const [lab, next] = [await a.laboratory(), await a.laboratory()];
    const { logoSha256 } = await lab.administrator.does(setLogo, { body: { image } });
    const params = { sha256: logoSha256 };
    expect((await lab.anonymous().does(readLogo, { params })).byteLength).toBeGreaterThan(20);
    await expect(next.anonymous().does(readLogo, { params })).rejects.toMatchObject({ code: "not_found" });
    await lab.administrator.does(removeLogo);
    // What was printed with it still finds it.
    expect((await lab.anonymous().does(readLogo, { params })).byteLength).toBeGreaterThan(20);
  });

  it("S17 is the administrator's to choose", async () => {
    const tech = await (await a.laboratory()).member("technician");
    await expect(tech.does(setLogo, { body: { image } })).rejects.toMatchObject({ code: "forbidden" });
  });
});

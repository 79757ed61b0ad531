import { describe, expect, it } from "vitest";
import { inPlatform } from "@/lib/infra/db";
import { a } from "@/tests/support/a";
import { signIn } from "@/tests/support/signed-in";

const password = "SecurePassword123!";
const hashes = {
  bcrypt: "$2b$12$bEo2s3hSB2jO6JM3vq0xLevmCtPB8/dz57ud4M0n9lmr3YSpdNm6W",
  django: "pbkdf2_sha256$260000$seasalt99$c/2ZEQb1lXW9drrxUEstarJUnW6IfGFc3QF3Bt3kK5s=",
};

const kept = (accountId: string) =>
  inPlatform({ laboratoryId: null, accountId: null }, async (db) => {
    const row = await db.credential.findFirst({ where: { accountId } });
    return row?.passwordHash ?? "";
  });

describe("an account that was brought along with its hash", () => {
  it.each(Object.entries(hashes))(
    "M24 signs in with %s, and is hashed our way from then on",
    async (_, hash) => {
      const lab = await a.laboratory();
      const tech = await lab.member("technician");
      await inPlatform({ laboratoryId: null, accountId: null }, async (db) => {
        await db.credential.update({ where: { accountId: tech.accountId }, data: { passwordHash: hash } });
      });
      await expect(signIn(lab, tech.email, "Wrong-password-77")).rejects.toMatchObject({
        code: "unauthenticated",
      });
      expect(await kept(tech.accountId)).toBe(hash);

      await signIn(lab, tech.email, password);
      expect(await kept(tech.accountId)).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
      expect((await signIn(lab, tech.email, password)).user.email).toBe(tech.email);
    },
  );

  it("S6 is not let in, nor hashed anew, where it does not belong", async () => {
    const [lab, next] = [await a.laboratory(), await a.laboratory()];
    const tech = await lab.member("technician");
    await inPlatform({ laboratoryId: null, accountId: null }, async (db) => {
      const data = { passwordHash: hashes.django };
      await db.credential.update({ where: { accountId: tech.accountId }, data });
    });
    await expect(signIn(next, tech.email, password)).rejects.toMatchObject({ code: "unauthenticated" });
    expect(await kept(tech.accountId)).toBe(hashes.django);
  });
});

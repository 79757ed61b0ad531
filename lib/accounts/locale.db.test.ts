import { beforeEach, describe, expect, it } from "vitest";
import { a, type Member } from "@/tests/support/a";
import { lettersTo } from "@/tests/support/letters";
import { bearer, signIn } from "@/tests/support/signed-in";
import { changeEmail } from "./operations/change-email";
import { changeMyProfile } from "./operations/change-profile";
import { readMe } from "./operations/read-me";
import { requestPasswordReset } from "./operations/request-password-reset";
import { requestSignInCode } from "./operations/request-sign-in-code";
import type { ProfileChange } from "./schema.profile";

beforeEach(() => {
  a.clock("2026-11-20T08:00:00Z");
});

const writes = async (who: Member, locale: ProfileChange["locale"], timeZone = "Europe/Berlin") =>
  who.does(changeMyProfile, { body: { locale, timeZone }, ifMatch: (await who.does(readMe)).version });
const lastTo = async (email: string) => (await lettersTo(email)).at(-1)?.text.replace(/\s+/g, " ") ?? "";

describe("T1 how a person writes dates", () => {
  it("is known of whoever is signed in, from the next request on", async () => {
    const lab = await a.laboratory();
    const { access } = await signIn(lab, lab.administrator.email);
    expect((await bearer(access, lab)).account?.locale).toBe("en-GB");
    await writes(lab.administrator, "ko-KR");
    expect((await bearer(access, lab)).account?.locale).toBe("ko-KR");
  });

  it("is how mails to them write dates, in their own zone", async () => {
    const lab = await a.laboratory();
    const { administrator } = lab;
    const { email } = administrator;
    await writes(administrator, "de-DE");
    await lab.anonymous().does(requestSignInCode, { body: { email } });
    expect(await lastTo(email)).toContain("good until 20.11.2026, 09:10 (Berlin time)");
    await writes(administrator, "en-US");
    await lab.anonymous().does(requestPasswordReset, { body: { email } });
    expect(await lastTo(email)).toContain("until Nov 21, 2026, 09:00 (Berlin time)");
    await writes(administrator, "fr-FR");
    const body = { newEmail: `new-${email}`, currentPassword: a.password };
    await administrator.does(changeEmail, { body });
    expect(await lastTo(email)).toContain("until 21 nov. 2026, 09:00 (Berlin time)");
  });

  it("is one of those there are", async () => {
    const { administrator } = await a.laboratory();
    const { version } = await administrator.does(readMe);
    for (const locale of ["de", "xx-XX", "", null]) {
      await expect(
        administrator.does(changeMyProfile, { body: { locale }, ifMatch: version }),
      ).rejects.toMatchObject({ code: "validation_failed" });
    }
  });
});

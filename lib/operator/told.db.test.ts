import { beforeEach, describe, expect, it } from "vitest";
import { changeMyProfile } from "@/lib/accounts/operations/change-profile";
import { readMe } from "@/lib/accounts/operations/read-me";
import { alone } from "@/lib/infra/transaction";
import { a, type Member } from "@/tests/support/a";
import { lettersTo } from "@/tests/support/letters";
import { actOnAccounts } from "./operations/act-on-accounts";
import { disableAccount } from "./operations/disable-account";
import { enableAccount } from "./operations/enable-account";
import { lockAccount } from "./operations/lock-account";
import { resumeLaboratory } from "./operations/resume-laboratory";
import { suspendLaboratory } from "./operations/suspend-laboratory";
import { unlockAccount } from "./operations/unlock-account";

const secret = "They owe us money since August.";
const because = { body: { reason: secret } };

beforeEach(() => {
  a.clock("2026-11-20T08:00:00Z");
});

const writesGerman = async (who: Member) =>
  who.does(changeMyProfile, {
    body: { locale: "de-DE", timeZone: "Europe/Berlin", mutedNotices: ["report-ready", "invoice-issued"] },
    ifMatch: (await who.does(readMe)).version,
  });
const lastTo = async (email: string) => (await lettersTo(email)).at(-1);
const plain = (letter: { text: string } | undefined) => letter?.text.replace(/\s+/g, " ") ?? "";

describe("P11 the owner of an account", () => {
  it.each([
    ["lock", lockAccount, "Your account is locked", "is locked. Nobody can sign in with it"],
    ["unlock", unlockAccount, "Your account is unlocked", "is unlocked. You can sign in again."],
    ["disable", disableAccount, "Your account is disabled", "is disabled. Nobody can sign in with it"],
    ["enable", enableAccount, "Your account is enabled again", "is enabled again. You can sign in again."],
  ] as const)(
    "is told when an operator does this: %s; never why",
    async (move, operation, subject, words) => {
      const lab = await a.laboratory();
      const owner = await lab.member("technician");
      await writesGerman(owner);
      const operator = await a.operator();
      const of = { params: { accountId: owner.accountId }, ...because };
      if (move === "unlock") await operator.does(lockAccount, of);
      if (move === "enable") await operator.does(disableAccount, of);
      const before = (await lettersTo(owner.email)).length;
      await operator.does(operation, of);
      const letters = await lettersTo(owner.email);
      expect(letters).toHaveLength(before + 1);
      expect(letters.at(-1)).toMatchObject({ template: "account-moved", subject });
      expect(plain(letters.at(-1))).toContain(words);
      expect(plain(letters.at(-1))).toContain("since 20.11.2026, 09:00 (Berlin time)");
      for (const { text, html } of letters) {
        expect(`${text} ${html}`).not.toContain(secret);
        expect(`${text} ${html}`).not.toContain("Olga");
      }
    },
  );

  it("is told of what was done to several at once, and not of what was refused", async () => {
    const lab = await a.laboratory();
    const [ada, bob] = [await lab.member("technician"), await lab.member("cashier")];
    const operator = await a.operator();
    await operator.does(lockAccount, { params: { accountId: bob.accountId }, ...because });
    const accountIds = [ada.accountId, bob.accountId, operator.accountId];
    await operator.does(actOnAccounts, { body: { action: "lock", accountIds, reason: secret } });
    expect(await lettersTo(ada.email)).toHaveLength(1);
    expect(await lettersTo(bob.email)).toHaveLength(1);
    expect(await lettersTo(operator.email)).toEqual([]);
  });
});

describe("P11 the administrators of a laboratory", () => {
  it("are told that it is suspended, and that it can work again; nobody else is, and not why", async () => {
    const lab = await a.laboratory({ name: "Harbour Laboratory" });
    const { administrator: founder } = lab;
    const second = await lab.member(["administrator", "pathologist"]);
    const locked = await lab.member("administrator");
    const bench = await lab.member("technician");
    await writesGerman(second);
    const operator = await a.operator();
    await operator.does(lockAccount, { params: { accountId: locked.accountId }, ...because });
    const of = { params: { laboratoryId: lab.ref.id }, ...because };

    await operator.does(suspendLaboratory, of);
    const subject = "Harbour Laboratory is suspended";
    expect(await lastTo(founder.email)).toMatchObject({ template: "laboratory-moved", subject });
    expect(plain(await lastTo(founder.email))).toContain("since 20 Nov 2026, 08:00 (London time)");
    expect(plain(await lastTo(second.email))).toContain("since 20.11.2026, 09:00 (Berlin time)");
    expect(await lastTo(locked.email)).toMatchObject({ template: "account-moved" });
    expect(await lettersTo(bench.email)).toEqual([]);

    await operator.does(resumeLaboratory, of);
    const again = await lastTo(founder.email);
    expect(again).toMatchObject({ subject: "Harbour Laboratory can work again" });
    expect(again?.text).toContain(`http://${lab.ref.slug}.lims.test/sign-in`);
    for (const { email } of [founder, second]) {
      const letters = await lettersTo(email);
      expect(letters).toHaveLength(2);
      for (const { text, html } of letters) expect(`${text} ${html}`).not.toContain(secret);
    }
    // In the installation's name: the laboratory did not say it.
    const senders = await alone(
      "lims_platform",
      "select distinct sender, laboratory_id from mail where recipient = $1",
      [founder.email],
    );
    expect(senders).toEqual([{ sender: "MedVuno LIMS", laboratory_id: null }]);
  });
});

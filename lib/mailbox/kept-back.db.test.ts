import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { embeddedRunner } from "@/inngest/embedded";
import { functions } from "@/inngest/functions";
import { changeMyProfile } from "@/lib/accounts/operations/change-profile";
import { readMe } from "@/lib/accounts/operations/read-me";
import { requestSignInCode } from "@/lib/accounts/operations/request-sign-in-code";
import type { ProfileChange } from "@/lib/accounts/schema.profile";
import { issueInvoice } from "@/lib/billing/operations/issue-invoice";
import { listInvoices } from "@/lib/billing/operations/list-invoices";
import { inLaboratory } from "@/lib/infra/db";
import { alone } from "@/lib/infra/transaction";
import { lockAccount } from "@/lib/operator/operations/lock-account";
import { releaseOrder } from "@/lib/reports/operations/release-order";
import { amendResult } from "@/lib/results/operations/amend-result";
import { verifyResult } from "@/lib/results/operations/verify-result";
import { a, type Member } from "@/tests/support/a";
import { aBench, aReleasedOrder, type Bench, resultOf } from "@/tests/support/a-bench";
import { anOrder, aPatient, aProvider } from "@/tests/support/an-order";
import { mailSentTo } from "@/tests/support/letters";
import { listMails } from "./operations/list-mails";
import { readMailbox } from "./operations/read-mailbox";
import { resendMail } from "./operations/resend-mail";

// The environment is read once, by the first who asks.
const smtp = await vi.hoisted(async () => {
  const { anSmtpServer } = await import("@/tests/support/smtp");
  const server = await anSmtpServer();
  Object.assign(process.env, {
    MAIL_CARRIER: "smtp",
    SMTP_URL: server.url,
    MAIL_FROM: "no-reply@lims.test",
    LIMITS: "off",
  });
  return server;
});
afterAll(() => smtp.stop());
afterEach(() => {
  smtp.answers.length = 0;
  smtp.taken.length = 0;
});

const minute = 60_000;
let clock: ReturnType<typeof a.clock>;
beforeEach(() => {
  clock = a.clock(new Date());
});

/** Background work does all there is to do at this moment. */
const work = () => embeddedRunner(functions).tick();
const takenBy = (to: string) =>
  smtp.taken.filter((mail) => mail.to.some((each) => each.toLowerCase() === to.toLowerCase()));
const subjectsTo = (to: string) => takenBy(to).map(({ raw }) => /^Subject: (.*)\r$/m.exec(raw)?.[1]);

/** What operators see of a mail; found by its kind, for one that tells of a patient is not found by its address. */
async function lineOf(mailId: string) {
  const operator = await a.operator();
  const [row] = await alone<{ template: string }>(
    "lims_platform",
    "select template from mail where id = $1",
    [mailId],
  );
  const { data } = await operator.does(listMails, { query: { template: row?.template ?? "", limit: "100" } });
  return data.find(({ id }) => id === mailId);
}

const again = async (mailId: string) =>
  (await a.operator()).does(resendMail, { params: { mailId }, body: { reason: "They asked for it." } });

describe("a mail whose code has run out", () => {
  /** Somebody asked for a code to sign in, good for ten minutes. */
  async function askedForCode() {
    const lab = await a.laboratory();
    const { email } = lab.administrator;
    await lab.anonymous().does(requestSignInCode, { body: { email } });
    return { email, mailId: await mailSentTo(email) };
  }

  it("M4 is not sent when background work comes back after an outage, and says so", async () => {
    const { email, mailId } = await askedForCode();
    clock.pass(10 * minute);
    await work();
    expect(takenBy(email)).toEqual([]);
    expect(await lineOf(mailId)).toMatchObject({
      ...{ state: "expired", attempts: 0, isForgotten: true, sentAt: null, nextTryAt: null },
    });
    const { data } = await (await a.operator()).does(listMails, { query: { state: "expired" } });
    expect(data.map(({ id }) => id)).toContain(mailId);
  });

  it("M4 is sent as long as it is good", async () => {
    const { email, mailId } = await askedForCode();
    clock.pass(10 * minute - 1000);
    await work();
    expect(subjectsTo(email)).toEqual(["Your code to sign in"]);
    expect(await lineOf(mailId)).toMatchObject({ state: "sent" });
  });

  it("M4 is tried while a try can be in time, and kept back when the next would be too late", async () => {
    const { email, mailId } = await askedForCode();
    for (const wait of [0, 1, 5]) {
      expect(await lineOf(mailId)).toMatchObject({ state: "owed" });
      clock.pass(wait * minute);
      smtp.answers.push({ at: "RCPT", code: 451, words: "Try later." });
      await work();
    }
    // The fourth would be after 21 minutes.
    expect(await lineOf(mailId)).toMatchObject({
      ...{ state: "expired", attempts: 3, isForgotten: true, error: expect.stringContaining("Try later.") },
    });
    clock.pass(60 * minute);
    await work();
    expect(takenBy(email)).toEqual([]);
  });

  it("M4 is told to operators, as it may be all that they see of an outage", async () => {
    const operator = await a.operator();
    await askedForCode();
    clock.pass(2 * 60 * minute);
    await work();
    const [notice] = takenBy(operator.email);
    expect(notice?.raw).toContain("Mails could not be delivered");
    expect(notice?.raw).toContain("sign-in-code: ran out before it was sent");
    expect(notice?.raw).toContain("/operator/mails?state=3Dexpired");
  });

  it("M4 cannot be sent anew, whether it was kept back or sent in time", async () => {
    const late = await askedForCode();
    const inTime = await askedForCode();
    await alone("lims_platform", "delete from outbox where payload ->> 'mailId' = $1", [late.mailId]);
    await work();
    clock.pass(11 * minute);
    await alone(
      "lims_platform",
      `insert into outbox (id, name, payload) values (gen_random_uuid(), 'mail.owed', $1)`,
      [JSON.stringify({ mailId: late.mailId })],
    );
    await work();
    for (const [{ mailId }, state] of [
      [late, "expired"],
      [inTime, "sent"],
    ] as const) {
      expect(await lineOf(mailId)).toMatchObject({ state });
      await expect(again(mailId)).rejects.toMatchObject({
        code: "illegal_move",
        message: "What this mail carries has run out. Have its reader ask for a new one.",
      });
    }
  });
});

describe("T1 a notice that its reader does not want", () => {
  const mute = async (who: Member, mutedNotices: ProfileChange["mutedNotices"]) =>
    who.does(changeMyProfile, { body: { mutedNotices }, ifMatch: (await who.does(readMe)).version });

  /** A bench whose patient's e-mail address is that of somebody with an account, in another laboratory. */
  async function aPatientWithAccount(bench: Bench) {
    const { administrator: owner } = await a.laboratory();
    const { id: patientId } = await aPatient(bench.lab);
    const providerId = await aProvider(bench.lab);
    await inLaboratory(bench.lab.ref.id, null, async (db) => {
      // As a receptionist would type it.
      await db.patient.updateMany({ where: { id: patientId }, data: { email: owner.email.toUpperCase() } });
    });
    return { owner, patientId, providerId, address: owner.email.toUpperCase() };
  }

  it("T1 is not sent, and what it said is forgotten; other kinds and other people are written to", async () => {
    const bench = await aBench();
    const { owner, patientId, providerId, address } = await aPatientWithAccount(bench);
    await mute(owner, ["report-ready"]);
    await aReleasedOrder(bench, { CREA: "1.0" }, { patientId, providerId });
    const mailId = await mailSentTo(address);
    await work();
    expect(takenBy(address)).toEqual([]);
    expect(await lineOf(mailId)).toMatchObject({ state: "muted", attempts: 0, isForgotten: true });
    expect(await a.anyone().does(readMailbox, { query: { to: address } })).toEqual([]);

    const cashier = await bench.lab.member("cashier");
    const order = await anOrder(bench.lab, { patientId });
    const { data: drafted } = await cashier.does(listInvoices, { query: { orderId: order.id } });
    await cashier.does(issueInvoice, { params: { invoiceId: drafted[0]?.id ?? "" } });
    await work();
    expect(subjectsTo(address)).toEqual([expect.stringMatching(/^Invoice INV-/)]);
  });

  it("T1 is sent again once its reader wants it again, and while the account is locked", async () => {
    const bench = await aBench();
    const { owner, patientId, providerId, address } = await aPatientWithAccount(bench);
    await mute(owner, ["report-ready", "invoice-issued"]);
    await mute(owner, ["invoice-issued"]);
    await aReleasedOrder(bench, { CREA: "1.0" }, { patientId, providerId });
    await work();
    const ready = "A report from Test Laboratory is ready";
    expect(subjectsTo(address)).toEqual([ready]);

    await mute(owner, ["report-ready"]);
    const locking = { params: { accountId: owner.accountId }, body: { reason: "Somebody else uses it." } };
    await (await a.operator()).does(lockAccount, locking);
    await aReleasedOrder(bench, { CREA: "1.0" }, { patientId, providerId });
    await work();
    expect(subjectsTo(address).sort()).toEqual([ready, ready, "Your account is locked"]);
  });

  it("T1 R18 never keeps back that a report was corrected", async () => {
    const bench = await aBench();
    const { owner, patientId, providerId, address } = await aPatientWithAccount(bench);
    await mute(owner, ["report-ready", "invoice-issued"]);
    const { order } = await aReleasedOrder(bench, { CREA: "1.0" }, { patientId, providerId });
    const amendment = await bench.pathologist.does(amendResult, {
      params: { resultId: resultOf(order, "CREA") },
      body: { value: "1.1", reason: "Typed wrongly." },
      ifMatch: 4,
    });
    await bench.scientist.does(verifyResult, { params: { resultId: amendment.id } });
    await bench.pathologist.does(releaseOrder, { params: { orderId: order.id }, body: {} });
    await work();
    expect(subjectsTo(address)).toEqual(["A report from Test Laboratory was corrected"]);
  });

  it("T1 cannot be sent anew by an operator", async () => {
    const bench = await aBench();
    const { owner, patientId, providerId, address } = await aPatientWithAccount(bench);
    await mute(owner, ["report-ready"]);
    await aReleasedOrder(bench, { CREA: "1.0" }, { patientId, providerId });
    await work();
    await expect(again(await mailSentTo(address))).rejects.toMatchObject({
      code: "illegal_move",
      message: expect.stringContaining("does not want mails of this kind"),
    });
  });

  it("S16 T1 looks the same to the laboratory: what it owes is written alike for whoever has the address", async () => {
    const bench = await aBench();
    const { owner, patientId, providerId, address } = await aPatientWithAccount(bench);
    await mute(owner, ["report-ready"]);
    await aReleasedOrder(bench, { CREA: "1.0" }, { patientId, providerId });
    const owed = await alone(
      "lims_platform",
      "select state::text, text is not null as kept from mail where recipient = $1",
      [address],
    );
    expect(owed).toEqual([{ state: "owed", kept: true }]);
    await work();
    const told = await inLaboratory(bench.lab.ref.id, null, async (db) =>
      db.sql("select count(*)::int as n from report_notice where recipient = $1", [address]),
    );
    expect(told).toEqual([{ n: 1 }]);
    await expect(
      inLaboratory(bench.lab.ref.id, null, async (db) => db.sql("select state from mail")),
    ).rejects.toThrow(/permission denied/);
  });
});

import { afterAll, afterEach, describe, expect, it, vi } from "vitest";
import { registerPatientAccount } from "@/lib/accounts/operations/register-patient";
import { createProfile } from "@/lib/accounts/repository.providers";
import { job } from "@/lib/api/job";
import { now } from "@/lib/core/clock";
import { inLaboratory, inPlatform } from "@/lib/infra/db";
import { inviteMember } from "@/lib/laboratories/operations/invite-member";
import { actOnProviders } from "@/lib/operator/operations/act-on-providers";
import { a, type Lab } from "@/tests/support/a";
import { mailSentTo } from "@/tests/support/letters";
import { deliverMail } from "./operations/deliver-mail";
import { forgetMailBodies } from "./operations/forget-mail-bodies";
import { listMails } from "./operations/list-mails";
import { readMailbox } from "./operations/read-mailbox";
import { resendMail } from "./operations/resend-mail";
import { wakeMails } from "./operations/wake-mails";

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
let people = 0;

/** A mail that a laboratory owes somebody. */
async function anOwedMail(own?: Lab) {
  const lab = own ?? (await a.laboratory());
  people += 1;
  const to = `person${people}@mail.test`;
  await lab.administrator.does(inviteMember, { body: { email: to, roles: ["technician"] } });
  return { lab, to, mailId: await mailSentTo(to) };
}

/** A clinician whose licence waits to be looked at. */
async function aPendingProvider() {
  const member = await (await a.laboratory()).member("provider");
  people += 1;
  await inPlatform({ laboratoryId: null, accountId: null }, (db) =>
    createProfile(db, now(), member.accountId, {
      ...{ specialization: "cardiology", licenseNumber: `MAIL${people}` },
      clinicAddress: { street: "123 Medical Center Dr", city: "New York", state: "NY", zip: "10001" },
    }),
  );
  return member;
}

const newcomer = {
  ...{ firstName: "Wanda", lastName: "Waiting" },
  ...{ password: "SecurePassword123!", passwordConfirm: "SecurePassword123!" },
};

const deliver = (mailId: string) => job(deliverMail, null, { body: { mailId } });
const line = async (to: string) => {
  const { data } = await (await a.operator()).does(listMails, { query: { to } });
  return data[0];
};
const inMinutes = (minutes: number) => new Date(now().getTime() + minutes * minute).toISOString();
const messageIds = () => smtp.taken.map(({ raw }) => /^Message-ID: <(.*)>\r$/im.exec(raw)?.[1]);

describe("a mail that is owed", () => {
  it("M4 leaves in its laboratory's name, to be answered at its laboratory's address", async () => {
    const lab = await a.laboratory({ name: 'St. Mary\'s "Lab" <x>' });
    await inLaboratory(lab.ref.id, null, async (db) => {
      await db.laboratory.updateMany({ where: { id: lab.ref.id }, data: { email: "desk@stmary.test" } });
    });
    const { to, mailId } = await anOwedMail(lab);
    expect(await line(to)).toMatchObject({ state: "owed", attempts: 0, carrier: null, sentAt: null });
    expect(await deliver(mailId)).toEqual({ state: "sent", nextTryAt: null });
    expect(smtp.taken).toHaveLength(1);
    expect(smtp.taken[0]?.to).toEqual([to]);
    expect(smtp.taken[0]?.raw).toMatch(/^From: "?St\. Mary's Lab x"? <no-reply@lims\.test>\r$/m);
    expect(smtp.taken[0]?.raw).toMatch(/^Reply-To: desk@stmary\.test\r$/m);
    expect(await line(to)).toMatchObject({
      ...{ state: "sent", attempts: 1, carrier: "smtp", error: null, isForgotten: false },
      ...{ providerId: expect.stringContaining("250"), laboratory: { slug: lab.ref.slug } },
    });
  });

  it("M4 leaves in the portal's or the installation's own name where no laboratory speaks", async () => {
    const sendersTo = async (to: string) => {
      await deliver(await mailSentTo(to));
      return smtp.taken.flatMap(({ raw }) => /^(From|Reply-To): .*$/gm.exec(raw)?.[0].trim() ?? []);
    };
    for (const [place, sender] of [
      ["learn", "MedVuno Learn"],
      ["root", "MedVuno LIMS"],
    ] as const) {
      smtp.taken.length = 0;
      const email = `newcomer@${place}.test`;
      const body = { ...newcomer, email };
      await a.anyone({ kind: place }).does(registerPatientAccount, { body });
      expect(await sendersTo(email)).toEqual([`From: ${sender} <no-reply@lims.test>`]);
      expect(await line(email)).toMatchObject({ sender, laboratory: null });
    }
  });

  it("M4 tells a provider who was verified in the name of the portal that it leads to", async () => {
    for (const [action, subject] of [
      ["verify", "You are verified"],
      ["reject", "We could not verify your registration"],
    ] as const) {
      smtp.taken.length = 0;
      const { accountId, email } = await aPendingProvider();
      const body = { action, accountIds: [accountId], reason: "The licence is not in the register." };
      await (await a.operator()).does(actOnProviders, { body });
      await deliver(await mailSentTo(email));
      expect(smtp.taken[0]?.raw).toMatch(/^From: MedVuno Learn <no-reply@lims\.test>\r$/m);
      expect(smtp.taken[0]?.raw).toContain(`Subject: ${subject}`);
      expect(smtp.taken[0]?.raw).toContain("http://learn.lims.test/");
    }
  });

  it("M4 S28 is sent once, however often and at how many places at once it is asked for", async () => {
    const { mailId } = await anOwedMail();
    await Promise.all([deliver(mailId), deliver(mailId), deliver(mailId)]);
    await deliver(mailId);
    expect(messageIds()).toEqual([`${mailId}@lims.test`]);
  });

  it("S29 waits while its carrier is down, and is sent when it is up again", async () => {
    const clock = a.clock(new Date().toISOString());
    const { to, mailId } = await anOwedMail();
    await smtp.stop();
    expect(await deliver(mailId)).toEqual({ state: "owed", nextTryAt: inMinutes(1) });
    expect(await line(to)).toMatchObject({
      state: "owed",
      attempts: 1,
      error: expect.stringMatching(/^SMTP: /),
    });
    await smtp.start();
    // Its time has not come.
    expect(await deliver(mailId)).toMatchObject({ state: "owed" });
    expect(smtp.taken).toEqual([]);
    clock.pass(minute);
    expect(await deliver(mailId)).toMatchObject({ state: "sent" });
    expect(messageIds()).toEqual([`${mailId}@lims.test`]);
  });

  it("M4 is tried again after 1, 5, 15 and 60 minutes, 6, 12 and 24 hours, and then given up", async () => {
    const clock = a.clock(new Date().toISOString());
    const { to, mailId } = await anOwedMail();
    for (const wait of [1, 5, 15, 60, 360, 720, 1440]) {
      smtp.answers.push({ at: "RCPT", code: 451, words: "Try later." });
      expect(await deliver(mailId)).toEqual({ state: "owed", nextTryAt: inMinutes(wait) });
      clock.pass(wait * minute);
    }
    smtp.answers.push({ at: "RCPT", code: 451, words: "Try later." });
    expect(await deliver(mailId)).toEqual({ state: "dead", nextTryAt: null });
    expect(await line(to)).toMatchObject({ attempts: 8, error: expect.stringContaining("Try later.") });
    expect(await deliver(mailId)).toMatchObject({ state: "dead" });
  });

  it("M4 is given up at once when it is refused for good", async () => {
    const { to, mailId } = await anOwedMail();
    smtp.answers.push({ at: "RCPT", code: 550, words: "No such user." });
    expect(await deliver(mailId)).toEqual({ state: "dead", nextTryAt: null });
    const dead = await line(to);
    expect(dead).toMatchObject({
      state: "dead",
      attempts: 1,
      error: expect.stringContaining("No such user."),
    });
    expect(JSON.stringify(dead)).not.toContain("s3cret");
  });

  it("S28 whose sender crashed after it was sent goes out again under the same name, and is recorded", async () => {
    const clock = a.clock(new Date().toISOString());
    const { to, mailId } = await anOwedMail();
    // Claimed and carried; then the process ends before anything is recorded.
    const input = { params: {}, query: {}, body: { mailId } };
    await deliverMail.prepare?.({ actor: (await a.operator()).actor, now: now() }, input);
    expect(smtp.taken).toHaveLength(1);
    expect(await line(to)).toMatchObject({ state: "sending", attempts: 1 });
    // Somebody may still be at it.
    expect(await deliver(mailId)).toEqual({ state: "sending", nextTryAt: inMinutes(2) });
    clock.pass(2 * minute);
    expect(await deliver(mailId)).toMatchObject({ state: "sent" });
    expect(messageIds()).toEqual([`${mailId}@lims.test`, `${mailId}@lims.test`]);
  });

  it("S28 is announced anew when nobody has taken it up", async () => {
    const clock = a.clock(new Date().toISOString());
    const { mailId } = await anOwedMail();
    const announced = () =>
      inPlatform({ laboratoryId: null, accountId: null }, async (db) => {
        const rows = await db.outbox.findMany({ where: { name: "mail.owed" } });
        return rows.filter(({ payload }) => JSON.stringify(payload).includes(mailId)).length;
      });
    const before = await announced();
    await job(wakeMails, null, {});
    expect(await announced()).toBe(before);
    clock.pass(2 * minute);
    await job(wakeMails, null, {});
    expect(await announced()).toBe(before + 1);
  });
});

describe("an operator", () => {
  it("M4 lists mails by state, template and recipient, page by page, and never reads them", async () => {
    const lab = await a.laboratory();
    for (let each = 0; each < 3; each += 1) await anOwedMail(lab);
    const operator = await a.operator();
    const query = { laboratoryId: lab.ref.id, template: "invitation", state: "owed", limit: "2" } as const;
    const first = await operator.does(listMails, { query });
    expect(first.data).toHaveLength(2);
    const rest = await operator.does(listMails, { query: { ...query, cursor: first.nextCursor ?? "" } });
    expect(rest.data).toHaveLength(1);
    expect(rest.hasMore).toBe(false);
    for (const mail of [...first.data, ...rest.data]) {
      expect(Object.keys(mail)).not.toEqual(expect.arrayContaining(["text"]));
      expect(JSON.stringify(mail)).not.toMatch(/token=|<html/);
    }
    const none = await operator.does(listMails, { query: { ...query, state: "dead" } });
    expect(none.data).toEqual([]);
  });

  it("M4 has a mail that was given up sent anew, with a reason, as another mail", async () => {
    const { to, mailId } = await anOwedMail();
    const operator = await a.operator();
    const again = () =>
      operator.does(resendMail, { params: { mailId }, body: { reason: "Their mailbox was full." } });
    await expect(again()).rejects.toMatchObject({ code: "illegal_move" });
    smtp.answers.push({ at: "RCPT", code: 552, words: "Mailbox full." });
    await deliver(mailId);
    expect(await again()).toMatchObject({ state: "owed", attempts: 0, resends: 1, error: null });
    expect(await deliver(mailId)).toMatchObject({ state: "sent" });
    // One that was sent, but not found, too.
    await again();
    await deliver(mailId);
    expect(messageIds()).toEqual([`${mailId}-1@lims.test`, `${mailId}-2@lims.test`]);
    expect(await line(to)).toMatchObject({ state: "sent", resends: 2 });
  });
});

describe("what a mail says", () => {
  it("is forgotten a day after it was sent, and not before", async () => {
    const clock = a.clock(new Date().toISOString());
    const { to, mailId } = await anOwedMail();
    const waiting = await anOwedMail();
    await deliver(mailId);
    clock.pass(23 * 60 * minute);
    await job(forgetMailBodies, null, {});
    expect(await line(to)).toMatchObject({ isForgotten: false });
    clock.pass(61 * minute);
    await job(forgetMailBodies, null, {});
    expect(await line(to)).toMatchObject({ isForgotten: true, state: "sent" });
    expect(await line(waiting.to)).toMatchObject({ isForgotten: false, state: "owed" });
    const [kept] = await a.anyone().does(readMailbox, { query: { to } });
    expect(kept).toMatchObject({ to, text: null, html: null });
    const operator = await a.operator();
    await expect(
      operator.does(resendMail, { params: { mailId }, body: { reason: "They lost it." } }),
    ).rejects.toMatchObject({ code: "illegal_move", message: expect.stringContaining("forgotten") });
  });
});

import { HttpResponse } from "msw";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { job } from "@/lib/api/job";
import { now } from "@/lib/core/clock";
import { inviteMember } from "@/lib/laboratories/operations/invite-member";
import { a } from "@/tests/support/a";
import { mailSentTo } from "@/tests/support/letters";
import { aResend } from "@/tests/support/resend";
import { deliverMail } from "./operations/deliver-mail";
import { listMails } from "./operations/list-mails";

vi.hoisted(() => {
  Object.assign(process.env, { MAIL_CARRIER: "resend", RESEND_API_KEY: "re_secret_key", LIMITS: "off" });
});

const resend = aResend();
beforeAll(() => resend.server.listen({ onUnhandledRequest: "bypass" }));
afterAll(() => resend.server.close());

async function anOwedMail() {
  const lab = await a.laboratory();
  const to = `grace@${lab.ref.slug}.test`;
  await lab.administrator.does(inviteMember, { body: { email: to, roles: ["technician"] } });
  return { to, mailId: await mailSentTo(to) };
}

const deliver = (mailId: string) => job(deliverMail, null, { body: { mailId } });
const line = async (to: string) => (await (await a.operator()).does(listMails, { query: { to } })).data[0];
const keysOf = (to: string) => resend.asked.filter(({ mail }) => mail.to === to).map(({ key }) => key);

describe("a mail by Resend", () => {
  it("M4 is sent with its id as its key, and keeps what Resend calls it", async () => {
    const { to, mailId } = await anOwedMail();
    expect(await deliver(mailId)).toEqual({ state: "sent", nextTryAt: null });
    expect(keysOf(to)).toEqual([mailId]);
    expect(await line(to)).toMatchObject({ carrier: "resend", providerId: resend.sent.get(mailId) });
  });

  it("S28 is one mail to its reader when its sender crashes between sending and recording", async () => {
    const clock = a.clock(new Date().toISOString());
    const { to, mailId } = await anOwedMail();
    const before = resend.sent.size;
    const input = { params: {}, query: {}, body: { mailId } };
    await deliverMail.prepare?.({ actor: (await a.operator()).actor, now: now() }, input);
    clock.pass(3 * 60_000);
    expect(await deliver(mailId)).toMatchObject({ state: "sent" });
    expect(keysOf(to)).toEqual([mailId, mailId]);
    expect(resend.sent.size).toBe(before + 1);
  });

  it("S28 is one mail to its reader when Resend took it and its answer was lost", async () => {
    const clock = a.clock(new Date().toISOString());
    const { to, mailId } = await anOwedMail();
    const before = resend.sent.size;
    resend.answers.push(() => {
      resend.sent.set(mailId, "resend-lost");
      return HttpResponse.error();
    });
    expect(await deliver(mailId)).toMatchObject({ state: "owed" });
    clock.pass(60_000);
    expect(await deliver(mailId)).toMatchObject({ state: "sent" });
    expect(resend.sent.size).toBe(before + 1);
    expect(await line(to)).toMatchObject({ providerId: "resend-lost", attempts: 2 });
  });

  it.each([
    [429, "rate_limit_exceeded", "owed"],
    [500, "internal_server_error", "owed"],
    [422, "validation_error", "dead"],
  ])("S29 answered with %i %s is %s from then on", async (status, name, state) => {
    const { to, mailId } = await anOwedMail();
    resend.refuse(status, name, "Because.");
    expect(await deliver(mailId)).toMatchObject({ state });
    const told = await line(to);
    expect(told).toMatchObject({ error: `Resend: ${status} ${name}: Because.` });
    expect(JSON.stringify(told)).not.toContain("re_secret");
  });
});

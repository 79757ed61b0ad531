import { HttpResponse } from "msw";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { aResend } from "@/tests/support/resend";
import { anSmtpServer, type Smtp } from "@/tests/support/smtp";
import { mailCarrier, type Parcel } from "./mail-carriers";
import { resendCarrier } from "./mail-carriers.resend";
import { smtpCarrier } from "./mail-carriers.smtp";
import { readMailSettings } from "./mail-settings";

const parcel: Parcel = {
  key: "019a9f3e-7c1b-7d52-9a44-5c1f0e2b7a10",
  from: { name: "Łódź Laboratory", address: "no-reply@lims.test" },
  replyTo: "desk@lodz.test",
  to: "ada@demo.test",
  subject: "Confirm your e-mail address",
  text: "Hello.\n",
  html: "<p>Hello.</p>",
};

describe("M4 Resend", () => {
  const resend = aResend();
  const carrier = resendCarrier("re_secret_key", 300);
  beforeAll(() => resend.server.listen({ onUnhandledRequest: "error" }));
  afterAll(() => resend.server.close());
  beforeEach(() => {
    resend.asked.length = 0;
    resend.answers.length = 0;
  });

  it("is handed the mail with its key, in the sender's name", async () => {
    expect(await carrier.carry(parcel)).toEqual({ ok: true, providerId: "resend-1" });
    expect(resend.asked).toEqual([
      {
        key: parcel.key,
        authorization: "Bearer re_secret_key",
        mail: {
          ...{ from: '"Łódź Laboratory" <no-reply@lims.test>', to: "ada@demo.test" },
          ...{ reply_to: "desk@lodz.test", subject: parcel.subject, text: parcel.text, html: parcel.html },
          headers: { "Auto-Submitted": "auto-generated" },
        },
      },
    ]);
  });

  it("S28 sends one mail for one key, however often it is asked", async () => {
    const again = { ...parcel, key: "the-same" };
    const [first, second] = [await carrier.carry(again), await carrier.carry(again)];
    expect(second).toEqual(first);
    expect(resend.asked.map(({ key }) => key)).toEqual(["the-same", "the-same"]);
  });

  it("S28 counts as sent what it has taken under the same key in another sender's name", async () => {
    resend.refuse(409, "invalid_idempotent_request", "Same idempotency key used with a different payload.");
    expect(await carrier.carry(parcel)).toEqual({ ok: true, providerId: null });
  });

  it.each([
    [429, "rate_limit_exceeded", false],
    [429, "daily_quota_exceeded", false],
    [500, "internal_server_error", false],
    [409, "concurrent_idempotent_requests", false],
    [401, "invalid_api_key", false],
    [403, "validation_error", false],
    [422, "validation_error", true],
    [400, "validation_error", true],
  ])("answers %i %s: given up is %s", async (status, name, isPermanent) => {
    resend.refuse(status, name, "The key re_secret_key\nis in here.");
    const said = `Resend: ${status} ${name}: The key … is in here.`;
    expect(await carrier.carry(parcel)).toEqual({ ok: false, isPermanent, error: said });
  });

  it("S29 does not wait for ever", async () => {
    resend.answers.push(() => new Promise(() => {}));
    expect(await carrier.carry(parcel)).toMatchObject({ ok: false, isPermanent: false });
  });

  it("S29 has a bad day: no connection, a page of HTML", async () => {
    resend.answers.push(() => HttpResponse.error());
    resend.answers.push(() => HttpResponse.html("<h1>Bad gateway</h1>", { status: 502 }));
    expect(await carrier.carry(parcel)).toMatchObject({ ok: false, isPermanent: false });
    expect(await carrier.carry(parcel)).toMatchObject({ ok: false, isPermanent: false });
  });
});

describe("M4 SMTP", () => {
  let smtp: Smtp;
  beforeAll(async () => {
    smtp = await anSmtpServer();
  });
  afterAll(() => smtp.stop());
  beforeEach(() => {
    smtp.taken.length = 0;
    smtp.answers.length = 0;
  });
  const carry = (wish: Partial<Parcel> = {}) => smtpCarrier(smtp.url).carry({ ...parcel, ...wish });

  it("is handed the mail, both forms of it, in the sender's name", async () => {
    expect(await carry()).toMatchObject({ ok: true, providerId: expect.stringContaining("250") });
    const [mail] = smtp.taken;
    expect(mail?.to).toEqual(["ada@demo.test"]);
    expect(mail?.raw).toMatch(/^From: =\?UTF-8\?.*<no-reply@lims\.test>/m);
    expect(mail?.raw).toMatch(/^Reply-To: desk@lodz\.test\r$/m);
    expect(mail?.raw).toMatch(/^Auto-Submitted: auto-generated\r$/m);
    expect(mail?.raw).toContain("Content-Type: text/plain");
    expect(mail?.raw).toContain("Content-Type: text/html");
  });

  it("S28 names the mail alike in each try", async () => {
    await carry();
    await carry();
    const ids = smtp.taken.map(({ raw }) => /^Message-ID: (.*)\r$/im.exec(raw)?.[1]);
    expect(ids).toEqual([`<${parcel.key}@lims.test>`, `<${parcel.key}@lims.test>`]);
  });

  it.each([
    ["RCPT", 451, false],
    ["DATA", 452, false],
    ["RCPT", 550, true],
    ["DATA", 554, true],
  ] as const)("refuses at %s with %i: given up is %s", async (at, code, isPermanent) => {
    smtp.answers.push({ at, code, words: "Not today." });
    expect(await carry()).toMatchObject({
      ok: false,
      isPermanent,
      error: expect.stringContaining("Not today."),
    });
  });

  it("waits to be set up rightly: a wrong password is no fault of the mail", async () => {
    const wrong = await smtpCarrier(smtp.url.replace("s3cret", "wr0ng-pass")).carry(parcel);
    expect(wrong).toMatchObject({ ok: false, isPermanent: false });
    expect(JSON.stringify(wrong)).not.toMatch(/wr0ng|s3cret/);
  });

  it("S29 is down, or never answers", async () => {
    smtp.answers.push({ at: "hang", code: 0, words: "" });
    expect(await smtpCarrier(smtp.url, 400).carry(parcel)).toMatchObject({ ok: false, isPermanent: false });
    expect(await smtpCarrier("smtp://robot:s3cret@127.0.0.1:9").carry(parcel)).toMatchObject({
      ok: false,
      isPermanent: false,
    });
  });

  it("takes no further header from a subject or a name", async () => {
    await carry({
      subject: "Hello\r\nBcc: x@evil.test",
      from: { name: "Lab\r\nBcc: y@evil.test", address: "a@b.test" },
    });
    expect(smtp.taken[0]?.to).toEqual(["ada@demo.test"]);
    expect(smtp.taken[0]?.raw).not.toMatch(/^Bcc:/m);
  });

  it("sends to one address only, whatever stands in it", async () => {
    await carry({ to: "ada@demo.test, eve@evil.test" });
    for (const { to } of smtp.taken) expect(to).not.toContain("eve@evil.test");
  });
});

describe("the carrier", () => {
  const given = { MAIL_CARRIER: "mailbox", ROOT_DOMAIN: "lims.test:3000" } as const;

  it("is the mailbox unless another is chosen, and it has every mail at once", async () => {
    const { settings, faults } = readMailSettings(given);
    expect(faults).toEqual([]);
    expect(settings.from).toBe("no-reply@lims.test");
    const carrier = await mailCarrier(settings);
    expect(carrier.name).toBe("mailbox");
    expect(await carrier.carry(parcel)).toEqual({ ok: true, providerId: null });
  });

  it("is chosen whole or not at all", () => {
    expect(readMailSettings({ ...given, MAIL_CARRIER: "smtp" }).faults).toHaveLength(1);
    expect(readMailSettings({ ...given, MAIL_CARRIER: "resend" }).faults).toHaveLength(1);
    const whole = { MAIL_CARRIER: "resend", RESEND_API_KEY: "re_x" } as const;
    expect(readMailSettings({ ...given, ...whole }).faults).toEqual([]);
  });
});

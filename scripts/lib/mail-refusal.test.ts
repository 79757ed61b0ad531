import { describe, expect, it } from "vitest";
import { mailRefusal } from "./mail-refusal.mjs";

describe("M4 a server whose mails would go nowhere", () => {
  it("does not start in production, unless it is said aloud", () => {
    expect(mailRefusal({})).toMatch(/MAIL_CARRIER is missing/);
    expect(mailRefusal({ MEDVUNO_MODE: "production", MAIL_CARRIER: "mailbox" })).toMatch(
      /no mail would leave/,
    );
    expect(mailRefusal({ ALLOW_MAILBOX_IN_PRODUCTION: "yes" })).toBeNull();
    expect(mailRefusal({ MEDVUNO_MODE: "demo" })).toBeNull();
    expect(mailRefusal({ MEDVUNO_MODE: "development" })).toBeNull();
  });

  it("does not start with half a carrier", () => {
    expect(mailRefusal({ MAIL_CARRIER: "smtp" })).toMatch(/SMTP_URL/);
    expect(mailRefusal({ MAIL_CARRIER: "resend" })).toMatch(/RESEND_API_KEY/);
    expect(mailRefusal({ MAIL_CARRIER: "pigeon" })).toMatch(/one of/);
    expect(mailRefusal({ MAIL_CARRIER: "smtp", SMTP_URL: "smtps://u:p@mail.test" })).toBeNull();
    expect(mailRefusal({ MAIL_CARRIER: "resend", RESEND_API_KEY: "re_x" })).toBeNull();
  });
});

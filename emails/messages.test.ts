import { describe, expect, it } from "vitest";
import { brandOf, compose, ownBrand } from "@/lib/infra/mail";
import { alreadyRegistered } from "./already-registered";
import { confirmEmailChange } from "./confirm-email-change";
import { emailChanged } from "./email-changed";
import { invitation } from "./invitation";
import { invoiceIssued } from "./invoice-issued";
import { laboratoryCode } from "./laboratory-code";
import type { Message } from "./message";
import { newDevice } from "./new-device";
import { operatorNotice } from "./operator-notice";
import { passwordChanged } from "./password-changed";
import { passwordReset } from "./password-reset";
import { preRegistrationConfirm } from "./pre-registration-confirm";
import { preRegistrationOpen } from "./pre-registration-open";
import { providerReceived } from "./provider-received";
import { providerRejected } from "./provider-rejected";
import { providerVerified } from "./provider-verified";
import { reportCorrected } from "./report-corrected";
import { reportReady } from "./report-ready";
import { rolesChanged } from "./roles-changed";
import { securityChanged } from "./security-changed";
import { signInCode } from "./sign-in-code";
import { suspiciousSignIn } from "./suspicious-sign-in";
import { verifyEmail } from "./verify-email";
import { welcome } from "./welcome";

const demo = brandOf({
  slug: "demo",
  name: "Demo Laboratory",
  colour: "#066a5b",
  isDemonstration: true,
  addressLines: ["2070 Test Park", "Los Angeles, CA 90067"],
});

const asShown = <P extends { to: string }>(message: Message<P>, brand = demo) => ({
  name: message.template,
  letter: () => compose(message, message.previewProps, brand),
});
const every = [
  asShown(alreadyRegistered),
  asShown(confirmEmailChange),
  asShown(emailChanged),
  asShown(invitation),
  asShown(invoiceIssued),
  asShown(laboratoryCode),
  asShown(newDevice),
  asShown(operatorNotice),
  asShown(passwordChanged),
  asShown(passwordReset),
  asShown(preRegistrationConfirm),
  asShown(preRegistrationOpen),
  asShown(providerReceived),
  asShown(providerRejected),
  asShown(providerVerified),
  asShown(reportCorrected),
  asShown(reportReady),
  asShown(rolesChanged),
  asShown(securityChanged),
  asShown(signInCode),
  asShown(suspiciousSignIn),
  asShown(verifyEmail),
  asShown(welcome),
];

describe("every message", () => {
  it.each(every)(
    "$name says who sent it and that it is a demonstration, in both forms",
    async ({ letter }) => {
      const { html, text } = await letter();
      for (const form of [html.replace(/<!-- -->/g, ""), text]) {
        expect(form).toContain("Demo Laboratory, 2070 Test Park, Los Angeles, CA 90067");
        expect(form).toContain("demo.lims.test");
        expect(form.replace(/\s+/g, " ")).toContain("This is a demonstration laboratory.");
      }
    },
  );

  it.each(every)(
    "$name needs no image, no script and nothing from elsewhere, and fits 320 px",
    async ({ letter }) => {
      const { html } = await letter();
      expect(html).not.toMatch(/<img|<script|<link|@import|url\(|background-image/i);
      for (const [, width] of html.matchAll(/[^-]width:(\d+)px/g))
        expect(Number(width)).toBeLessThanOrEqual(32);
      expect(html).toMatch(/max-width:560px/);
      expect(html).toContain('<html lang="en"');
    },
  );

  it.each(every)(
    "$name reads well as plain text: no markup, no line that is too long",
    async ({ letter }) => {
      const { text } = await letter();
      expect(text).not.toMatch(/[<>]|&[a-z]+;/);
      expect(text).toBe(`${text.trim()}\n`);
      for (const line of text.split("\n")) {
        if (!line.startsWith("http")) expect(line.length).toBeLessThanOrEqual(78);
      }
    },
  );
});

describe("a message", () => {
  it("carries the sender's own colour, made legible", async () => {
    const pale = await compose(invitation, invitation.previewProps, { ...demo, colour: "#ffff00" });
    const own = await compose(invitation, invitation.previewProps, demo);
    expect(own.html).toContain("background-color:#066a5b");
    expect(pale.html).not.toContain("#ffff00");
  });

  it("shows what a laboratory calls itself as text, whatever it is", async () => {
    const brand = { ...demo, name: '<b onmouseover="x">Lab</b>' };
    const { html, subject } = await compose(invitation, invitation.previewProps, brand);
    expect(html).not.toContain("<b onmouseover");
    expect(subject).toBe('Join <b onmouseover="x">Lab</b>');
  });

  it("keeps to one line of subject", async () => {
    const { subject } = await compose(invitation, invitation.previewProps, {
      ...demo,
      name: "Lab\r\nBcc: x@y.test",
    });
    expect(subject).toBe("Join Lab Bcc: x@y.test");
  });

  it("shows the code in two groups and when it ends, where the laboratory is", async () => {
    const { text, subject } = await compose(laboratoryCode, laboratoryCode.previewProps, ownBrand());
    expect(text).toContain("407 182");
    expect(text).toContain("It is good until 07:14 on 20 Nov 2026, America/Los Angeles time");
    expect(subject).not.toContain("407");
  });

  it("carries its link in full", async () => {
    const { text, html } = await compose(invitation, invitation.previewProps, demo);
    expect(text).toContain(`\n${invitation.previewProps.link}\n`);
    expect(html).toContain(`href="${invitation.previewProps.link}"`);
  });
});

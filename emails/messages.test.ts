import { describe, expect, it } from "vitest";
import { brandOf, compose, ownBrand } from "@/lib/infra/mail";
import { accountMoved } from "./account-moved";
import { addressGivenBack } from "./address-given-back";
import { alreadyRegistered } from "./already-registered";
import { confirmEmailChange } from "./confirm-email-change";
import { emailChanged } from "./email-changed";
import { invitation } from "./invitation";
import { invoiceIssued } from "./invoice-issued";
import { laboratoryCode } from "./laboratory-code";
import { laboratoryMoved } from "./laboratory-moved";
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
import { signInRulesChanged } from "./sign-in-rules-changed";
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
  /** When something in it runs out, by its properties' names. */
  ends: Object.entries<unknown>(message.previewProps).flatMap(([name, value]) =>
    /expiresAt$/i.test(name) && value instanceof Date ? [value.getTime()] : [],
  ),
  letter: () => compose(message, message.previewProps, brand),
});
const every = [
  asShown(accountMoved),
  ...(["unlock", "disable", "enable"] as const).map((move) => ({
    ...asShown({ ...accountMoved, previewProps: { ...accountMoved.previewProps, move } }),
    name: `account-moved (${move})`,
  })),
  asShown(addressGivenBack),
  {
    ...asShown({ ...addressGivenBack, previewProps: { ...addressGivenBack.previewProps, side: "had" } }),
    name: "address-given-back (had)",
  },
  asShown(alreadyRegistered),
  asShown(confirmEmailChange),
  asShown(emailChanged),
  asShown(invitation),
  asShown(invoiceIssued),
  asShown(laboratoryCode),
  asShown(laboratoryMoved),
  {
    ...asShown({ ...laboratoryMoved, previewProps: { ...laboratoryMoved.previewProps, move: "resume" } }),
    name: "laboratory-moved (resume)",
  },
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
  asShown(signInRulesChanged),
  asShown(suspiciousSignIn),
  asShown(verifyEmail),
  asShown(welcome),
];

/** The paragraphs of a message as a reader of plain text should find them: an address follows its label. */
function paragraphsOf(html: string): string[] {
  const paragraphs = [...html.replace(/<!-- -->/g, "").matchAll(/<p\b[^>]*>(.*?)<\/p>/gs)];
  return paragraphs.map(([, inner = ""]) =>
    asText(
      inner
        .replace(/<br\/?>/g, " ")
        .replace(/<a href="([^"]*)"[^>]*>(.*?)<\/a>/g, (_, href, label) => `${label} ${href}`),
    ),
  );
}
const asText = (html: string) =>
  oneLine(
    html.replace(/<[^>]+>/g, "").replace(/&(amp|lt|gt|quot|#x27|nbsp);/g, (_, name) => entities[name] ?? ""),
  );
const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#x27": "'", nbsp: " " };
const oneLine = (text: string) => text.replace(/\s+/g, " ").trim();

const clinical =
  /\b(results?|tests?|diagnos\w+|samples?|specimens?|blood|urine|glucose|analytes?|critical|abnormal|positive|negative|values?|disease|patients?)\b/i;

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

  it.each(every)("M4 $name needs no image, no script and nothing from elsewhere", async ({ letter }) => {
    const { html } = await letter();
    expect(html).not.toMatch(/<script|<link|@import|url\(|background-image/i);
    // Were there a picture, its words would have to stand for it.
    for (const [picture] of html.matchAll(/<img\b[^>]*>/gi)) expect(picture).toMatch(/\balt="[^"]+"/);
    expect(html).toContain('<html lang="en"');
  });

  it.each(every)(
    "M4 $name is laid out by tables that say so, with every style inlined",
    async ({ letter }) => {
      const { html } = await letter();
      for (const [table] of html.matchAll(/<table\b[^>]*>/g)) expect(table).toContain('role="presentation"');
      expect(html).not.toMatch(/display:(flex|grid)|position:|float:/);
      // The one style sheet only improves narrow screens: no rule of it colours or hides anything.
      const sheet = /<style>(.*?)<\/style>/s.exec(html)?.[1] ?? "";
      expect(sheet).not.toMatch(/[^-]color:|background|display/);
      for (const [cell] of html.matchAll(/<(p|a|strong)\b[^>]*>/g)) expect(cell).toContain('style="');
    },
  );

  it.each(every)("M4 $name fits 320 px", async ({ letter }) => {
    const { html } = await letter();
    for (const [, width] of html.matchAll(/[^-]width:(\d+)px/g))
      expect(Number(width)).toBeLessThanOrEqual(320);
    for (const [tag, width] of html.matchAll(/<\w+\b[^>]* width="(\d+)"[^>]*>/g))
      if (Number(width) > 320) expect(tag).toMatch(/style="width:100%;max-width:560px/);
    expect(html).not.toMatch(/min-width:(?!0)|white-space:nowrap/);
    expect(html).toContain("word-break:break-word");
  });

  it.each(every)(
    "M4 $name stays as legible as it is where the reader prefers the dark",
    async ({ letter }) => {
      const { html } = await letter();
      expect(html).toContain('<meta name="color-scheme" content="light only"/>');
      expect(html).toContain(":root { color-scheme: light only; }");
      // A program that darkens all the same knows each ground: no text stands on one that only it inherits.
      expect(html).toMatch(/<body style="[^"]*background-color:#/);
      for (const [cell] of html.matchAll(/<td\b[^>]*font-size:(?!0)[^>]*>/g))
        expect(cell).toMatch(/;color:#/);
    },
  );

  it.each(every)("M4 $name says the same in plain text", async ({ letter }) => {
    const { html, text } = await letter();
    const plain = oneLine(text);
    const paragraphs = paragraphsOf(html);
    expect(paragraphs.length).toBeGreaterThan(2);
    for (const paragraph of paragraphs) expect(plain).toContain(paragraph);
    for (const [, href = ""] of html.matchAll(/<a href="([^"]*)"/g)) expect(plain).toContain(asText(href));
  });

  it.each(every)("M4 $name has a subject of one line and moderate length", async ({ letter }) => {
    const { subject } = await letter();
    expect(subject).toMatch(/^[^\r\n]{5,78}$/);
    expect(subject).not.toContain("407182");
  });

  it.each(every)(
    "M4 $name is good until the last of what it carries has run out",
    async ({ letter, ends }) => {
      const { validUntil } = await letter();
      expect(validUntil?.getTime() ?? null).toBe(ends.length > 0 ? Math.max(...ends) : null);
    },
  );

  it.each(every)("$name tells nothing clinical", async ({ letter }) => {
    const { subject, text } = await letter();
    const own = `${subject} ${text}`.replace(/\S*(:\/\/|@|\.test)\S*|2070 Test Park/g, "");
    expect(own).not.toMatch(clinical);
  });

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
    expect(text).toContain("It is good until 20 Nov 2026, 07:14 (Los Angeles time), and works");
    expect(subject).not.toContain("407");
  });

  it("carries its link in full", async () => {
    const { text, html } = await compose(invitation, invitation.previewProps, demo);
    expect(text).toContain(`\n${invitation.previewProps.link}\n`);
    expect(html).toContain(`href="${invitation.previewProps.link}"`);
  });
});

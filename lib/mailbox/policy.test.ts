import { describe, expect, it } from "vitest";
import { shownRecipient, withoutRecipient } from "./policy";

describe("what operators read of a mail", () => {
  it("P7 tells of nobody that they are a laboratory's patient", () => {
    expect(shownRecipient("pat.one@home.test", "report-ready")).toBe("p••@home.test");
    expect(shownRecipient("pat.one@home.test", "welcome")).toBe("pat.one@home.test");
  });

  it("P7 leaves out of a server's words whom the mail was for, however it writes the address", () => {
    const said = "SMTP: 550 5.1.1 <Pat.One+lab@home.test>: pat.one+lab@HOME.test is not known here";
    expect(withoutRecipient(said, "pat.one+lab@home.test")).toBe("SMTP: 550 5.1.1 <…>: … is not known here");
    // A full stop is a full stop.
    expect(withoutRecipient("patXone@home.test", "pat.one@home.test")).toBe("patXone@home.test");
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { draftsOf, forgetAllDrafts } from "./draft";

/** A tab's storage, whose keys are its own, as the browser's are. */
function storage(): Storage {
  const kept: Record<string, unknown> = {};
  const methods = {
    getItem: (key: string) => (key in kept ? kept[key] : null),
    setItem: (key: string, value: string) => {
      kept[key] = value;
    },
    removeItem: (key: string) => {
      delete kept[key];
    },
  };
  for (const [name, value] of Object.entries(methods)) Object.defineProperty(kept, name, { value });
  // Only what drafts use is here.
  return kept as unknown as Storage;
}

let account: string | null = null;

beforeEach(() => {
  account = "one";
  vi.stubGlobal("sessionStorage", storage());
  vi.stubGlobal("document", { querySelector: () => (account ? { dataset: { account } } : null) });
});

afterEach(() => {
  vi.unstubAllGlobals();
});

const typed = { values: { familyName: "Jones" }, chosen: {} };

describe("what is typed", () => {
  it("comes back to the form it was typed into", () => {
    draftsOf("patient-new").write(typed);
    expect(draftsOf("patient-new").read()).toEqual(typed);
    expect(draftsOf("order-new").read()).toBeNull();
  });

  it("is never shown to another person in the same tab", () => {
    draftsOf("patient-new").write(typed);
    account = "two";
    expect(draftsOf("patient-new").read()).toBeNull();
  });

  it("is gone when it was saved, and wholly gone after sign-out", () => {
    draftsOf("patient-new").write(typed);
    draftsOf("patient-new").forget();
    expect(draftsOf("patient-new").read()).toBeNull();

    draftsOf("patient-new").write(typed);
    sessionStorage.setItem("something-else", "stays");
    forgetAllDrafts();
    expect(Object.keys(sessionStorage)).toEqual(["something-else"]);
  });

  it("survives a storage that holds nonsense or nothing may be written to", () => {
    sessionStorage.setItem("draft:one:patient-new", "{half");
    expect(draftsOf("patient-new").read()).toBeNull();
    vi.stubGlobal("sessionStorage", {
      setItem: () => {
        throw new Error("full");
      },
    });
    expect(() => draftsOf("patient-new").write(typed)).not.toThrow();
  });
});

import { describe, expect, it } from "vitest";
import { STARTER } from "./starter";

describe("full blood count of the NIST laboratory results interface test case", () => {
  // LOINC and unit of each result of that message. A laboratory reports leukocytes and platelets in thousands,
  // and the message's haemoglobin in g/mL contradicts its own interval.
  const NIST: Record<string, string | null> = {
    "26453-1": "10*6/uL",
    "718-7": "g/dL",
    "20570-8": "%",
    "26464-8": "10*3/uL",
    "26515-7": "10*3/uL",
    "30428-7": "fL",
    "28539-5": "pg/{cell}",
    "28540-3": "g/dL",
    "30385-9": "%",
    "26444-0": "10*3/uL",
    "30180-4": "%",
    "26484-6": "10*3/uL",
    "26485-3": "%",
    "26449-9": "10*3/uL",
    "26450-7": "%",
    "26474-7": "10*3/uL",
    "26478-8": "%",
    "26499-4": "10*3/uL",
    "26511-6": "%",
    "38892-6": null,
    "30400-6": null,
    "30424-6": null,
    "30434-5": null,
    "779-9": null,
    "10378-8": null,
    "6742-1": null,
    "11156-7": null,
    "11125-2": null,
  };
  const { analytes, tests, panels } = STARTER;
  const panel = panels.filter(({ loinc }) => loinc === "57021-8");
  const itsTests = tests.filter(({ code }) => panel.some((found) => found.tests.includes(code)));
  const itsAnalytes = analytes.filter(({ code }) => itsTests.some((test) => test.analytes.includes(code)));

  it("maps its 28 results one to one to the analytes of the panel", () => {
    expect(panel.map(({ code }) => code)).toEqual(["FBCD"]);
    expect(Object.keys(NIST)).toHaveLength(28);
    expect(Object.fromEntries(itsAnalytes.map(({ loinc, unit }) => [loinc, unit]))).toEqual(NIST);
  });

  it("needs one EDTA tube for them all", () => {
    expect([...new Set(itsTests.map(({ sampleType, collection }) => `${sampleType} ${collection}`))]).toEqual(
      ["blood-edta undefined"],
    );
  });

  it("can state its coded findings in words", () => {
    const labels = (code: string) =>
      analytes.find((a) => a.code === code)?.choices?.map(({ label }) => label);
    expect(labels("ANISO")).toEqual(["None seen", "Slight", "Moderate", "Marked"]);
    expect(itsAnalytes.filter(({ kind }) => kind === "coded")).toHaveLength(6);
    expect(itsAnalytes.filter(({ kind }) => kind === "text")).toHaveLength(3);
  });
});

import { InvoiceContent, InvoiceLineOnPaper } from "@/lib/billing/invoice-content";
import { invoiceTotals, type LineInput, lineTotal } from "@/lib/core/money";
import { ReportContent, type ReportedLine } from "@/lib/reports/content";
import { LabelContent } from "@/lib/samples/label-content";

/** One reported line, a haemoglobin inside its interval unless told otherwise. */
export function reportedLine(over: Partial<ReportedLine> = {}): ReportedLine {
  return {
    analyte: "Haemoglobin",
    kind: "numeric",
    value: "14.1",
    unit: "g/dL",
    flag: "N",
    flagWords: "",
    intervalText: "13 – 18",
    band: { low: "13", high: "18", at: "14.1" },
    method: "Automated count",
    performedBy: "Tess Technician",
    performedAt: "2026-11-20T14:41:00Z",
    verifiedBy: "Sam Scientist",
    verifiedAt: "2026-11-20T14:52:00Z",
    selfVerified: false,
    releasedBy: "Pat Pathologist",
    releasedAt: "2026-11-20T17:31:00Z",
    state: "released",
    ...over,
  };
}

/** A line whose limits, value and interval text follow from four strings. */
export function numericLine(
  analyte: string,
  value: string,
  unit: string,
  [low, high]: [string | undefined, string | undefined],
  over: Partial<ReportedLine> = {},
): ReportedLine {
  const band = { ...(low && { low }), ...(high && { high }), ...(/^[\d.]+$/.test(value) && { at: value }) };
  return reportedLine({
    analyte,
    value,
    unit,
    band,
    intervalText: low && high ? `${low} – ${high}` : low ? `≥ ${low}` : `≤ ${high}`,
    ...over,
  });
}

const seen = (value: string) => ({ value, at: "2026-05-12T15:00:00Z" });

/** A corrected final report of a full blood count and a lipid profile. Every part of it can be replaced. */
export function reportContent(over: Partial<ReportContent> = {}): ReportContent {
  return ReportContent.parse({ ...REPORT, ...over });
}

const critical = { flag: "HH", flagWords: "critical" } as const;
const text = (analyte: string, value: string, over: Partial<ReportedLine> = {}) => {
  const {
    unit: _,
    band: __,
    ...line
  } = reportedLine({ kind: "coded", analyte, value, intervalText: "no interval", ...over });
  return line;
};

const REPORT: ReportContent = {
  laboratory: {
    name: "Demo Laboratory",
    addressLines: ["Century Hospital", "2070 Test Park", "Los Angeles, CA 90067"],
    licence: "CLIA 24D9871327",
    director: "Dr. Phil Knowsalot",
    timeZone: "America/Los_Angeles",
    colourLine: "#066a5b",
  },
  report: {
    number: 3,
    status: "final",
    isCorrected: true,
    reason: "The unit was printed wrongly in versions 1 and 2.",
    checkCode: "7K4Q-M2XD-9R3T",
    checkUrl: "https://demo.medvuno.example/check/7K4Q-M2XD-9R3T",
    issuedAt: "2026-11-20T19:12:00Z",
    issuedBy: "Pat Pathologist",
    demonstration: true,
  },
  patient: {
    familyName: "Jones",
    givenName: "William",
    mrn: "PATID1234",
    birthDate: "1961-06-15",
    birthDateEstimated: false,
    sex: "male",
    ageAtCollection: "65 years",
  },
  requester: "Dr. Nicholas Radon",
  order: {
    accessionNumber: "261120-00042",
    placedAt: "2026-11-20T13:58:00Z",
    fasting: true,
    priority: "urgent",
    clinicalNotes: "Fatigue for three weeks; splenomegaly on palpation.",
  },
  samples: [
    {
      barcode: "261120-00042-1",
      sampleType: "Blood, EDTA",
      conditionPerfect: true,
      collectedAt: "2026-11-20T14:20:00Z",
      collectionNotRecorded: false,
      receivedAt: "2026-11-20T14:31:00Z",
    },
    {
      barcode: "261120-00042-3",
      sampleType: "Serum",
      condition: "slightly haemolysed",
      conditionPerfect: false,
      collectedAt: "2026-11-20T14:55:00Z",
      collectionNotRecorded: false,
      receivedAt: "2026-11-20T15:04:00Z",
    },
  ],
  corrections: [
    {
      version: 3,
      analyte: "Haemoglobin",
      from: "12.5 g/mL",
      to: "12.5 g/dL",
      reason: "The unit was printed wrongly in versions 1 and 2.",
      at: "2026-11-20T18:57:00Z",
      by: "Pat Pathologist",
    },
  ],
  sections: [
    {
      heading: "Full blood count with differential",
      sampleBarcode: "261120-00042-1",
      lines: [
        numericLine("Erythrocytes", "4.41", "10⁶/µL", ["4.3", "6.2"], { previous: seen("4.62") }),
        numericLine("Haemoglobin", "12.5", "g/dL", ["13", "18"], {
          flag: "L",
          flagWords: "low",
          previous: seen("13.8"),
          correctedInVersion: 3,
          former: "12.5 g/mL",
          performedBy: "Pat Pathologist",
          performedAt: "2026-11-20T18:57:00Z",
          verifiedBy: "Sasha Scientist",
          verifiedAt: "2026-11-20T19:08:00Z",
          releasedAt: "2026-11-20T19:12:00Z",
        }),
        numericLine("Haematocrit", "41", "%", ["40", "52"], { previous: seen("42") }),
        numericLine("Leukocytes", "105600", "cells/µL", ["4300", "10800"], {
          ...critical,
          previous: seen("9800"),
        }),
        numericLine("Platelets", "210000", "cells/µL", ["150000", "350000"], {
          intervalText: "150 000 – 350 000",
          previous: seen("236000"),
        }),
        numericLine("Eosinophils", "2.1", "10³/µL", ["0.0", "0.45"], { ...critical, previous: seen("0.2") }),
        numericLine("Neutrophils, share", "55", "%", ["50", "73"], { performedAt: "2026-11-20T16:58:00Z" }),
        text("Anisocytosis", "Moderate anisocytosis", {
          flag: "A",
          flagWords: "abnormal",
          previous: seen("None seen"),
        }),
        text("Hypochromia", "None seen"),
        text("Erythrocyte morphology", "Many spherocytes present", {
          kind: "text",
          flag: "A",
          flagWords: "abnormal",
          comment: "A review of the film and a repeat count are advised.",
        }),
      ],
    },
    {
      heading: "Lipid profile",
      sampleBarcode: "261120-00042-3",
      lines: [
        numericLine("Cholesterol", "196", "mg/dL", [undefined, "200"], {
          method: "Enzymatic",
          intervalText: "Recommended: <200; Moderate Risk: 200-239; High Risk: >240",
          previous: seen("204"),
        }),
        numericLine("Triglyceride", "<9", "mg/dL", ["40", "160"], {
          method: "Enzymatic",
          flag: "L",
          flagWords: "low",
        }),
        numericLine("HDL cholesterol", "60", "mg/dL", ["29", "72"], {
          method: "Enzymatic",
          previous: seen("58"),
        }),
        numericLine("LDL cholesterol", "116", "mg/dL", [undefined, "130"], {
          method: "Calculated: Friedewald, valid below triglyceride 400 mg/dL (Clin Chem 1972;18:499)",
          intervalText: "Recommended: <130; Moderate Risk: 130-159; High Risk: >160",
          previous: { value: "124", at: "2026-03-02T15:00:00Z" },
        }),
        reportedLine({
          analyte: "Lipoprotein(a)",
          value: null,
          state: "cancelled",
          pendingReason: "not enough serum",
        }),
      ],
    },
  ],
  critical: [
    {
      analyte: "Leukocytes",
      value: "105600",
      unit: "cells/µL",
      flag: "HH",
      notifications: [
        {
          at: "2026-11-20T14:43:00Z",
          by: "Tess Technician",
          recipientName: "Dr. Nicholas Radon",
          recipientRole: "requester",
          method: "phone",
          outcome: "unable_to_reach",
          note: "Left word with the practice.",
        },
        {
          at: "2026-11-20T14:47:00Z",
          by: "Tess Technician",
          recipientName: "Dr. Nicholas Radon",
          recipientRole: "requester",
          method: "phone",
          outcome: "read_back",
        },
      ],
    },
    { analyte: "Eosinophils", value: "2.1", unit: "10³/µL", flag: "HH", notifications: [] },
  ],
  pendingTests: [],
  reportedAt: "2026-11-20T19:12:00Z",
};

/** The label of the blood tube of the same order. */
export function labelContent(over: Partial<LabelContent> = {}): LabelContent {
  return LabelContent.parse({
    barcode: "261120-00042-1",
    patient: REPORT.patient,
    sampleType: "Blood, EDTA",
    container: "lavender, EDTA 3 mL",
    collectedAt: "2026-11-20T14:20:00Z",
    timeZone: "America/Los_Angeles",
    priority: "urgent",
    demonstration: true,
    ...over,
  });
}

/** One line of an invoice with the amounts that follow from it. */
export function invoiceLine(description: string, line: LineInput): InvoiceLineOnPaper {
  return InvoiceLineOnPaper.parse({ description, ...line, ...lineTotal(line) });
}

/** A part-paid invoice of the same order, with a discount, tax and a refund. */
export function invoiceContent(over: Partial<InvoiceContent> = {}): InvoiceContent {
  const lines = over.lines ?? [
    invoiceLine("Full blood count with differential", { quantity: 1, unitPrice: 2800 }),
    {
      ...invoiceLine("Lipid profile", { quantity: 1, unitPrice: 3600, discount: 600, taxRate: "8.25" }),
      discountReason: "price list of 2025",
    },
    invoiceLine("Home collection", { quantity: 2, unitPrice: 1500, taxRate: "8.25" }),
  ];
  const totals = invoiceTotals(lines);
  return InvoiceContent.parse({
    laboratory: REPORT.laboratory,
    number: "2026-00017",
    state: "part_paid",
    issuedAt: "2026-11-20T18:00:00Z",
    due: "2026-12-20",
    printedAt: "2026-11-21T18:00:00Z",
    billTo: ["Acme Health Insurance", "1 Payer Plaza", "Sacramento, CA 95814"],
    patient: { name: "JONES, William", mrn: "PATID1234" },
    accessionNumber: "261120-00042",
    currency: "USD",
    lines,
    totals,
    payments: [
      { kind: "payment", at: "2026-11-20T19:00:00Z", amount: 5000, method: "card", reference: "4242" },
      { kind: "refund", at: "2026-11-20T20:00:00Z", amount: 1000, reason: "charged twice" },
    ],
    amountDue: totals.gross - 4000,
    demonstration: true,
    ...over,
  });
}

import { z } from "zod";
import { Id } from "@/lib/core/ids";
import { pageOf, pageQuery } from "@/lib/core/paging";
import { line } from "@/lib/core/text";
import { OrderPatient } from "@/lib/orders/schema";
import { ResultState, ToBeTold } from "@/lib/results/schema";
import { ReportContent } from "./content";

const Instant = z.iso.datetime({ offset: true }).meta({ example: "2026-11-20T09:30:00.000Z" });

export const ReportStatus = z.enum(["preliminary", "final"]);

/** One immutable numbered version of what left the laboratory. */
export type Report = z.infer<typeof Report>;
export const Report = z
  .object({
    id: Id,
    version: z.int(),
    orderId: Id,
    accessionNumber: z.string().meta({ example: "261120-00042" }),
    patient: OrderPatient,
    /** Version 1, 2, 3 … of the order's report. */
    number: z.int(),
    status: ReportStatus,
    isCorrected: z.boolean(),
    /** Why values were corrected in this version. */
    reason: z.string().nullable(),
    /** Of the frozen content. */
    sha256: z.string().meta({ example: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08" }),
    checkCode: z.string().meta({ example: "7K4QM-2XD9R-3TB8W-0ZYCH" }),
    /** Where anyone can check that it is genuine and current. */
    checkUrl: z.url(),
    issuedAt: Instant,
    issuedBy: z.string().meta({ example: "Pat Pathologist" }),
    /** The number of the version that took its place; null for the current one. */
    supersededBy: z.int().nullable(),
    withdrawnAt: Instant.nullable(),
    withdrawReason: z.string().nullable(),
    createdAt: Instant,
    updatedAt: Instant,
  })
  .meta({ id: "Report" });

export const Reports = pageOf(Report);

export type ReportDetail = z.infer<typeof ReportDetail>;
export const ReportDetail = Report.extend({
  /** What it says. Null to a provider once it is withdrawn: it may be about another patient. */
  content: ReportContent.nullable(),
  /** Every version of the order's report, the newest first. */
  versions: z.array(
    Report.pick({
      id: true,
      number: true,
      status: true,
      isCorrected: true,
      reason: true,
      issuedAt: true,
      issuedBy: true,
      supersededBy: true,
      withdrawnAt: true,
    }),
  ),
  /** Who holds a version that no longer counts; empty while none was corrected or withdrawn, and to a provider. */
  toBeTold: z.array(ToBeTold),
}).meta({ id: "ReportDetail" });

export type ReportQuery = z.infer<typeof ReportQuery>;
export const ReportQuery = z.strictObject({
  ...pageQuery,
  orderId: Id.optional(),
  patientId: Id.optional(),
  status: ReportStatus.optional(),
  /** Issued at or after. */
  from: Instant.optional(),
  /** Issued before. */
  to: Instant.optional(),
});

export const ReportRef = z.strictObject({ reportId: Id });

export const Withdrawal = z
  .strictObject({ reason: line({ min: 3, max: 300 }) })
  .meta({ example: { reason: "The sample was another patient's." } });

const preliminary = z.boolean().optional().meta({
  description: "Release although something of the order is still unreleased, and say so on the report.",
});

/** What of a sample is released: all that is verified, unless some are named. */
export type ReleaseResults = z.infer<typeof ReleaseResults>;
export const ReleaseResults = z
  .strictObject({ resultIds: z.array(Id).min(1).max(200).optional(), preliminary })
  .meta({ example: { preliminary: true } });

export const ReleaseWhole = z.strictObject({ preliminary }).meta({ example: {} });

/** A release: the version of the report that it made, and the results that are in it for the first time. */
export type Released = z.infer<typeof Released>;
export const Released = z
  .object({
    report: Report,
    results: z.array(
      z.object({
        id: Id,
        version: z.int(),
        analyteCode: z.string(),
        state: ResultState,
        supersedesId: Id.nullable(),
      }),
    ),
  })
  .meta({ id: "Release" });

/** What anyone may know of a report: nothing about the patient (R22). */
export type ReportCheck = z.infer<typeof ReportCheck>;
export const ReportCheck = z
  .object({
    result: z.enum(["current", "superseded", "withdrawn", "unknown"]),
    version: z.int().optional(),
    supersededBy: z.int().optional(),
  })
  .meta({ id: "ReportCheck", example: { result: "superseded", version: 1, superseded_by: 2 } });

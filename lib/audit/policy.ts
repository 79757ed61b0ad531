import { type Permission, reachOf } from "@/lib/core/access";
import { type LabActor, may } from "@/lib/core/actor";

/** What somebody needs to read what happened to records of a type; anything else is for the audit trail's readers. */
const READERS: Readonly<Record<string, Permission>> = {
  analyte: "catalogue:read",
  invitation: "member:manage",
  invoice: "invoice:read",
  laboratory: "laboratory:manage",
  member: "member:manage",
  order: "order:read",
  order_item: "order:read",
  panel: "catalogue:read",
  patient: "patient:read",
  payment: "invoice:read",
  price: "price:read",
  provider: "provider:read",
  report: "report:read",
  result: "result:read",
  sample: "sample:read",
  test: "catalogue:read",
};

/** How far somebody may read what happened to records of a type: of all, of their own orders, or of none. */
export function timelineReach(actor: LabActor, recordType: string): "all" | "own" | "none" {
  if (may(actor, "audit:read")) return "all";
  const permission = READERS[recordType];
  if (permission === undefined || actor.member === null) return "none";
  return reachOf(actor.member.roles, permission);
}

/** Money is nobody's business who may not see invoices, not even that there is some. */
export function isShown(actor: LabActor, recordType: string | null): boolean {
  return (
    (recordType !== "invoice" && recordType !== "payment") || timelineReach(actor, recordType) !== "none"
  );
}

/** What changed is shown to those who may read the record that it happened to. */
export function detailsAreShown(actor: LabActor, recordType: string | null): boolean {
  return timelineReach(actor, recordType ?? "") !== "none";
}

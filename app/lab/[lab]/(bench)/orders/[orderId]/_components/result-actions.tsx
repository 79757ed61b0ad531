import Link from "next/link";
import { pageActor } from "@/lib/api/page-actor";
import type { OrderLine } from "@/lib/billing/schema.order-page";
import { may } from "@/lib/core/actor";

/** The way to what may be done with one line, where it stands among the others of its sample. */
export async function ResultActions({ line }: { line: OrderLine }) {
  const actor = await pageActor();
  if (!may(actor, "result:amend") || line.state !== "released" || line.isBeingAmended) return null;
  return (
    <Link
      href={`/samples/${line.sampleId}/results?line=${line.id}`}
      prefetch={false}
      className="relative ms-2 text-xs opacity-0 group-hover/row:opacity-100 focus:opacity-100 pointer-coarse:opacity-100"
      aria-label={`Amend ${line.analyteName}`}
    >
      Amend
    </Link>
  );
}

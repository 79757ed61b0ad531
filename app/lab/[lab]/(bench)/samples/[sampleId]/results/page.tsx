import type { Metadata } from "next";
import { type Identity, IdentityStrip } from "@/components/lab/identity-strip";
import { WorkScreen } from "@/components/lab/screen";
import { isCapColour } from "@/components/lab/tube";
import { LinkButton } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { Tag } from "@/components/ui/tag";
import { load } from "@/lib/api/load";
import { formatPlainDate } from "@/lib/core/dates";
import { openGrid } from "@/lib/results/operations/open-grid";
import type { Grid } from "@/lib/results/schema.queues";
import { benchActor } from "../../../bench-actor";
import { ResultGrid } from "./_components/result-grid";

export const metadata: Metadata = { title: "Results" };

export default async function ResultsPage({ params }: { params: Promise<{ sampleId: string }> }) {
  const { sampleId } = await params;
  const { laboratory } = await benchActor();
  const grid = await load(openGrid, { params: { sampleId } });
  const section = grid.groups[0]?.lines[0] ? "/worklists" : "/samples";
  return (
    <WorkScreen
      title={`Results of sample ${grid.sample.barcode}`}
      identity={
        <IdentityStrip identity={identityOf(grid)} under="nothing">
          {grid.order.priority !== "routine" && (
            <Tag look="strong">{grid.order.priority === "stat" ? "Stat" : "Urgent"}</Tag>
          )}
          {grid.order.fasting && <Tag>Fasting</Tag>}
          {grid.order.pregnant && <Tag>Pregnant</Tag>}
          <LinkButton href={`/orders/${grid.order.id}`} size="small">
            Order {grid.order.accessionNumber}
          </LinkButton>
        </IdentityStrip>
      }
    >
      {grid.whyNotEnter && (
        <div className="p-4">
          <Note kind="info">{grid.whyNotEnter}</Note>
        </div>
      )}
      <ResultGrid grid={grid} zone={laboratory.timeZone} next={section} />
    </WorkScreen>
  );
}

function identityOf({ patient, sample }: Grid): Identity {
  const [family = "", ...given] = patient.displayName.split(", ");
  const born = patient.birthDate ? formatPlainDate(patient.birthDate) : "unknown";
  return {
    family,
    given: given.join(", ") || null,
    mrn: patient.mrn,
    born: patient.birthDateEstimated ? `about ${born}` : born,
    sex: patient.sex.charAt(0).toUpperCase() + patient.sex.slice(1),
    age: sample.age,
    sample: {
      barcode: sample.barcode,
      cap: isCapColour(sample.cap) ? sample.cap : "grey",
      type: sample.sampleTypeName,
    },
  };
}

import type { Metadata } from "next";
import { type Identity, IdentityStrip } from "@/components/lab/identity-strip";
import { WorkScreen } from "@/components/lab/screen";
import { isCapColour } from "@/components/lab/tube";
import { LinkButton } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { load } from "@/lib/api/load";
import { openGrid } from "@/lib/results/operations/open-grid";
import type { Grid } from "@/lib/results/schema.queues";
import { OrderMarks } from "../../../_components/order-marks";
import { address, readSearch, type SearchParams } from "../../../_components/page-links";
import { bornWords, sexWords } from "../../../_components/person-words";
import { nameParts } from "../../../_components/shown-name";
import { benchActor } from "../../../bench-actor";
import { ResultGrid } from "./_components/result-grid";

export const metadata: Metadata = { title: "Results" };

type ResultsPageProps = { params: Promise<{ sampleId: string }>; searchParams: SearchParams };

export default async function ResultsPage({ params, searchParams }: ResultsPageProps) {
  const { sampleId } = await params;
  const { section, state, line } = await readSearch(searchParams);
  const { laboratory } = await benchActor();
  const grid = await load(openGrid, {
    params: { sampleId },
    query: { ...(section && { section }), ...((state === "pending" || state === "entered") && { state }) },
  });
  return (
    <WorkScreen
      title={`Results of sample ${grid.sample.barcode}`}
      identity={
        <IdentityStrip identity={identityOf(grid)} under="nothing">
          <OrderMarks {...grid.order} />
          <LinkButton href={`/orders/${grid.order.id}`} size="small" className="max-md:hidden">
            Order {grid.order.accessionNumber}
          </LinkButton>
        </IdentityStrip>
      }
    >
      <ResultGrid
        // Another patient replaces everything.
        key={grid.sample.id}
        grid={grid}
        {...(line && { startAt: line })}
        zone={laboratory.timeZone}
        next={nextOf(grid)}
        notice={
          grid.whyNotEnter && (
            <div className="p-4">
              <Note kind="info">{grid.whyNotEnter}</Note>
            </div>
          )
        }
      />
    </WorkScreen>
  );
}

/** The next sample of the round, or the list it is taken from. */
function nextOf({ next, round }: Grid): { href: string; words: string } {
  if (next) return { href: address(`/samples/${next.sampleId}/results`, round), words: "Next sample" };
  if (round.state === "entered") return { href: "/verification", words: "To verification" };
  return { href: address("/worklists", { section: round.section }), words: "To the worklist" };
}

function identityOf({ patient, sample }: Grid): Identity {
  return {
    ...nameParts(patient),
    mrn: patient.mrn,
    born: bornWords(patient),
    sex: sexWords[patient.sex],
    age: sample.age,
    sample: {
      barcode: sample.barcode,
      cap: isCapColour(sample.cap) ? sample.cap : "none",
      type: sample.sampleTypeName,
    },
  };
}

import type { Metadata } from "next";
import { Screen } from "@/components/lab/screen";
import { LinkButton } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { PageHead } from "@/components/ui/page-head";
import { SelectRow } from "@/components/ui/selection";
import { Cell, Head, Row, Table, TableBody, TableHead } from "@/components/ui/table";
import { load } from "@/lib/api/load";
import { now } from "@/lib/core/clock";
import { verificationQueue } from "@/lib/results/operations/verification-queue";
import type { ToVerify } from "@/lib/results/schema.queues";
import { KeepFresh } from "../_components/keep-fresh";
import { countOf } from "../_components/number-words";
import { FlagsOfQueue, gridOf, SampleOfQueue, TestsOfQueue, TurnaroundOf } from "../_components/queue-cells";
import { Overdue } from "../_dashboard/queue-words";
import { benchActor } from "../bench-actor";
import { VerifySamples } from "./_components/verify-samples";

export const metadata: Metadata = { title: "Verification" };

export default async function VerificationPage() {
  await benchActor("result:verify");
  const { data, hasMore } = await load(verificationQueue, { query: {} });
  const yours = data.filter(({ verifiable }) => verifiable.length > 0);
  return (
    <Screen crumbs={[{ label: "Verification" }]}>
      <KeepFresh />
      <PageHead
        title={
          yours.length === 0
            ? "Nothing waits for your verification"
            : `${countOf(yours.length, "sample", { isCapped: hasMore })} ${yours.length === 1 ? "waits" : "wait"} for your verification`
        }
        note="The first due first. You verify what others entered; what you entered waits for a colleague."
        actions={<Overdue count={data.filter(({ isOverdue }) => isOverdue).length} />}
      />
      {data.length === 0 ? (
        <Empty title="Nothing was entered that is not verified">
          Values come here as soon as somebody entered them.
        </Empty>
      ) : (
        <VerifySamples samples={yours}>
          <Queue samples={data} />
        </VerifySamples>
      )}
      {hasMore && <p className="mt-3 text-ink-3">More follow. They move up as these are verified.</p>}
    </Screen>
  );
}

function Queue({ samples }: { samples: readonly ToVerify[] }) {
  const at = now();
  const next = samples.find(({ verifiable }) => verifiable.length > 0);
  return (
    <Table label="Samples to verify, the first due first" tall inset>
      <TableHead>
        <Head>Sample</Head>
        <Head>Test</Head>
        <Head>Flags</Head>
        <Head className="max-lg:hidden">Entered by</Head>
        <Head className="lg:w-66">Turnaround</Head>
        <Head hidden>Action</Head>
      </TableHead>
      <TableBody>
        {samples.map((sample) => {
          const href = gridOf(sample, { state: "entered" });
          return (
            <Row key={sample.sampleId}>
              <Cell phone="lead">
                <span className="flex items-center gap-3">
                  <span className="relative z-1 w-4 flex-none max-md:w-5">
                    {sample.verifiable.length > 0 && (
                      <SelectRow id={sample.sampleId} label={`Select ${sample.barcode}`} />
                    )}
                  </span>
                  <SampleOfQueue sample={sample} href={href} />
                </span>
              </Cell>
              <Cell phone="sub">
                <TestsOfQueue {...sample} />
              </Cell>
              <Cell phone="sub-end">
                <FlagsOfQueue flags={sample.flags} />
              </Cell>
              <Cell phone="none" className="text-ink-2 max-lg:hidden">
                {sample.enteredBy.join(", ")}
              </Cell>
              <Cell phone="lead-end">
                <TurnaroundOf dueAt={sample.dueAt} since={sample.since} now={at} />
              </Cell>
              <Cell phone={sample.whyNot ? "line" : "none"} end className="whitespace-nowrap">
                {sample.whyNot ? (
                  <span className="text-ink-3">{sample.whyNot}</span>
                ) : (
                  <LinkButton
                    href={href}
                    prefetch={false}
                    size="small"
                    look={sample === next ? "primary" : "plain"}
                    className="relative"
                    aria-label={`Verify ${sample.barcode}`}
                  >
                    Verify
                  </LinkButton>
                )}
              </Cell>
            </Row>
          );
        })}
      </TableBody>
    </Table>
  );
}

import { LinkButton } from "@/components/ui/button";
import { Section } from "@/components/ui/section";
import { Cell, Head, Row, Table, TableBody, TableHead } from "@/components/ui/table";
import type { Dashboard } from "@/lib/dashboard/schema";
import { countOf, inWords } from "../_components/number-words";
import { FlagsOfQueue, gridOf, SampleOfQueue, TestsOfQueue, TurnaroundOf } from "../_components/queue-cells";
import { AllOf, Overdue } from "./queue-words";

/** Samples whose values wait for a second pair of eyes, the first due first. */
export function ToVerifyPart({ queue, now }: { queue: NonNullable<Dashboard["verification"]>; now: Date }) {
  const next = queue.data.find(({ verifiable }) => verifiable.length > 0);
  return (
    <Section title="To verify" count={queue.waiting} aside={<Overdue count={queue.overdue} />}>
      {queue.waiting === 0 ? (
        <p className="text-ink-2">Nothing waits. Values come here as soon as somebody entered them.</p>
      ) : (
        <Table label="Samples to verify, the first due first" tall>
          <TableHead>
            <Head>Sample</Head>
            <Head className="lg:w-[27%]">Test</Head>
            <Head>Flags</Head>
            <Head className="max-lg:hidden">Entered by</Head>
            <Head className="lg:w-59">Turnaround</Head>
            <Head hidden>Action</Head>
          </TableHead>
          <TableBody>
            {queue.data.map((sample) => {
              const href = gridOf(sample, { state: "entered" });
              return (
                <Row key={sample.sampleId}>
                  <Cell phone="lead">
                    <SampleOfQueue sample={sample} href={href} />
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
                    <TurnaroundOf dueAt={sample.dueAt} since={sample.since} now={now} />
                  </Cell>
                  <Cell phone="none" end className="whitespace-nowrap">
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
      )}
      <AllOf queue={queue} href="/verification" />
      {queue.notYours > 0 && (
        <p className="mt-2.5 text-ink-3">
          {queue.notYours === queue.waiting
            ? "You entered these yourself."
            : `${countOf(queue.notYours, "sample").replace(/ samples?$/, "")} of the ${inWords(queue.waiting)} you entered yourself.`}{" "}
          Another scientist verifies {queue.notYours === 1 ? "it" : "them"}.
        </p>
      )}
    </Section>
  );
}

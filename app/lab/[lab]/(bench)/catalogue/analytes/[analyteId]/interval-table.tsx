import { Cell, Head, Row, Table, TableBody, TableHead } from "@/components/ui/table";
import type { Analyte } from "@/lib/catalogue/schema";
import type { ReferenceInterval } from "@/lib/catalogue/schema.intervals";
import { SourceList, SourceMark, sourcesOf } from "../../_components/sources";
import { agesWords, limitsWords, whoWords } from "../../_components/words";
import { RemoveInterval } from "./remove-interval";

type IntervalTableProps = {
  analyte: Analyte;
  intervals: readonly ReferenceInterval[];
  version: number;
  manages: boolean;
};

/** Whom each is for, what it says and where it comes from. */
export function IntervalTable({ analyte, intervals, version, manages }: IntervalTableProps) {
  const sources = sourcesOf(intervals);
  return (
    <>
      <Table label="Reference intervals">
        <TableHead>
          <Head>For</Head>
          <Head>Age at collection</Head>
          <Head end>{analyte.unit ? `Interval, ${analyte.unit}` : "Interval"}</Head>
          <Head>Text</Head>
          <Head>Sample</Head>
          <Head>Source</Head>
          {manages && <Head hidden>Acts</Head>}
        </TableHead>
        <TableBody>
          {intervals.map((interval) => (
            <Row key={interval.id}>
              <Cell phone="lead">{whoWords(interval)}</Cell>
              <Cell phone="sub">{agesWords(interval)}</Cell>
              <Cell end phone="lead-end" className="whitespace-nowrap tabular-nums">
                {limitsWords(interval)}
              </Cell>
              <Cell phone="line">{interval.text}</Cell>
              <Cell phone="none">{interval.sampleType ?? "any"}</Cell>
              <Cell phone="line" head={interval.source ? "source" : ""} className="text-ink-2">
                <SourceMark source={interval.source} among={sources} />
              </Cell>
              {manages && (
                <Cell end phone="line">
                  <RemoveInterval
                    analyteId={analyte.id}
                    intervalId={interval.id}
                    version={version}
                    words={[whoWords(interval), agesWords(interval), limitsWords(interval) || interval.text]
                      .filter(Boolean)
                      .join(", ")}
                  />
                </Cell>
              )}
            </Row>
          ))}
        </TableBody>
      </Table>
      <SourceList sources={sources} />
    </>
  );
}

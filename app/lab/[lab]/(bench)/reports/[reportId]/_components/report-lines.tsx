import { Flag } from "@/components/lab/flag";
import { Id } from "@/components/ui/id";
import { Num } from "@/components/ui/num";
import { decimalsIn } from "@/components/ui/number-text";
import { Section } from "@/components/ui/section";
import { Cell, Head, Row, Table, TableBody, TableHead } from "@/components/ui/table";
import { unitWords } from "@/lib/core/unit-words";
import type { ReportContent, ReportedLine } from "@/lib/reports/content";

/** What a version says, as it was frozen: to be read here; the paper is the PDF. */
export function ReportLines({ content }: { content: ReportContent }) {
  return content.sections.map(({ heading, sampleBarcode, lines }) => (
    <Section key={`${heading} ${sampleBarcode}`} title={heading} note={<Id>{sampleBarcode}</Id>}>
      <Table label={`What it says of ${heading}`} className="md:table-fixed">
        <TableHead>
          <Head>Analyte</Head>
          <Head className="w-16">Flag</Head>
          <Head end className="w-32">
            Value
          </Head>
          <Head className="w-28">Unit</Head>
          <Head className="w-48">Interval</Head>
        </TableHead>
        <TableBody>
          {lines.map((line) => (
            <Line
              key={line.analyte}
              line={line}
              decimals={decimalsIn(lines.flatMap(({ value }) => value ?? []))}
            />
          ))}
        </TableBody>
      </Table>
    </Section>
  ));
}

function Line({ line, decimals }: { line: ReportedLine; decimals: number }) {
  const isWords = line.kind !== "numeric" && line.value !== null;
  return (
    <Row>
      <Cell row phone="lead" className="text-start font-normal">
        {line.analyte}
        {line.former && (
          <span className="block text-xs text-ink-3">
            {line.former} until version {line.correctedInVersion}
          </span>
        )}
        {line.comment && <span className="block text-xs text-ink-2">{line.comment}</span>}
      </Cell>
      <Cell phone="lead-end">{line.value !== null && <Flag flag={line.flag} />}</Cell>
      {isWords ? (
        <Cell phone="sub" colSpan={3} className="ps-6! font-medium max-md:ps-0!">
          {line.value}
        </Cell>
      ) : (
        <>
          <Cell phone="sub" end className="font-medium max-md:text-start!">
            {line.value === null ? (
              <span className="font-normal text-ink-3">{noValue(line)}</span>
            ) : (
              <Num value={line.value} decimals={decimals} />
            )}{" "}
            <span className="font-normal md:hidden">{unitWords(line.unit)}</span>
          </Cell>
          <Cell phone="none" className="text-ink-2">
            {unitWords(line.unit)}
          </Cell>
          <Cell phone="sub-end" className="text-ink-2">
            {line.intervalText}
          </Cell>
        </>
      )}
    </Row>
  );
}

function noValue({ notReported, state, pendingReason }: ReportedLine): string {
  if (notReported) return "not reported";
  return pendingReason ?? state;
}

import { Cell, Head, Row, Table, TableBody, TableHead } from "@/components/ui/table";
import type { Analyte } from "@/lib/catalogue/schema";
import { SourceList, SourceMark, sourcesOf } from "../../_components/sources";
import { agesWords } from "../../_components/words";

type LimitTableProps = { limits: Analyte["criticalLimits"]; unit: string | null };

export function LimitTable({ limits, unit }: LimitTableProps) {
  const inUnit = unit ? `, ${unit}` : "";
  const sources = sourcesOf(limits);
  return (
    <>
      <Table label="Critical limits" className="max-w-220">
        <TableHead>
          <Head>Age at collection</Head>
          <Head end>Low{inUnit}</Head>
          <Head end>High{inUnit}</Head>
          <Head>Source</Head>
        </TableHead>
        <TableBody>
          {limits.map((limit) => (
            <Row key={limit.id}>
              <Cell phone="lead">
                {limit.ageFrom || limit.ageTo || limits.length === 1
                  ? agesWords(limit)
                  : "not known, or none of the others"}
              </Cell>
              <Cell end phone="sub" className="tabular-nums max-md:text-start">
                {limit.low && `< ${limit.low}`}
              </Cell>
              <Cell end phone="sub-end" className="tabular-nums">
                {limit.high && `> ${limit.high}`}
              </Cell>
              <Cell phone="line" head={limit.source ? "source" : ""} className="text-ink-2">
                <SourceMark source={limit.source} among={sources} />
              </Cell>
            </Row>
          ))}
        </TableBody>
      </Table>
      <SourceList sources={sources} />
    </>
  );
}

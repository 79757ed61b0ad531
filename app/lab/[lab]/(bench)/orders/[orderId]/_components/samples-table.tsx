import { StateMark } from "@/components/lab/state-mark";
import { isCapColour, Tube } from "@/components/lab/tube";
import { Id } from "@/components/ui/id";
import { Section } from "@/components/ui/section";
import { Cell, Head, Row, RowLink, Table, TableBody, TableHead } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import type { WholeOrder } from "@/lib/billing/schema.order-page";
import { rejectedWords } from "../../../samples/[sampleId]/_components/rejected-words";

type TubeOfOrder = WholeOrder["samples"][number];
type SamplesTableProps = { samples: readonly TubeOfOrder[]; zone: string; links: boolean };

/** The tubes of an order; a recollection hangs under the one it stands in for. */
export function SamplesTable({ samples, zone, links }: SamplesTableProps) {
  const rows = asTree(samples);
  return (
    <Section title="Samples">
      <Table label="Samples">
        <TableHead>
          <Head className="w-52">Barcode</Head>
          <Head>Type</Head>
          <Head>Collected</Head>
          <Head>Accessioned</Head>
          <Head>State</Head>
        </TableHead>
        <TableBody>
          {rows.map(({ sample, depth, standsInFor }) => (
            <Row key={sample.id}>
              <Cell phone="lead" className="whitespace-nowrap">
                <span
                  className="inline-flex items-center gap-2 align-middle"
                  style={{ paddingInlineStart: depth * 20 }}
                >
                  {depth > 0 && <Branch />}
                  <Tube cap={isCapColour(sample.cap) ? sample.cap : "none"} />
                  {links ? (
                    <RowLink href={`/samples/${sample.id}`} prefetch={false}>
                      <Id strong>{sample.barcode}</Id>
                    </RowLink>
                  ) : (
                    <Id strong>{sample.barcode}</Id>
                  )}
                </span>
              </Cell>
              <Cell phone="sub">
                {sample.sampleTypeName}
                {standsInFor && (
                  <span className="text-ink-3"> recollection of {suffixOf(standsInFor.barcode)}</span>
                )}
              </Cell>
              <Cell phone="line" head="Collected">
                <Collected sample={sample} zone={zone} />
              </Cell>
              <Cell phone={sample.accessionedAt ? "line" : "none"} head="Accessioned">
                {sample.accessionedAt ? <Time at={sample.accessionedAt} zone={zone} /> : <Dash />}
              </Cell>
              <Cell phone="lead-end">
                <StateMark kind="sample" state={sample.state} label={rejectedWords(sample, zone)} />
              </Cell>
            </Row>
          ))}
        </TableBody>
      </Table>
    </Section>
  );
}

function Collected({ sample, zone }: { sample: TubeOfOrder; zone: string }) {
  if (sample.collectedAt) return <Time at={sample.collectedAt} zone={zone} />;
  return sample.collectionNotRecorded ? <span className="text-warn">not recorded</span> : <Dash />;
}

function Dash() {
  return <span className="text-ink-3">–</span>;
}

/** The line that hangs a recollection under the tube above it. */
function Branch() {
  return (
    <span
      aria-hidden="true"
      className="-ms-3.5 -mt-3.5 h-5 w-2.5 rounded-es-sm border-s border-b border-line-strong"
    />
  );
}

/** "-2": which tube of its order. */
export const suffixOf = (barcode: string) => barcode.slice(barcode.lastIndexOf("-"));

type TreeRow = { sample: TubeOfOrder; depth: number; standsInFor: TubeOfOrder | null };

/** Each rejected tube is followed by its recollection, and that by its own. */
function asTree(samples: readonly TubeOfOrder[]): TreeRow[] {
  const under = (standsInFor: TubeOfOrder | null, depth: number): TreeRow[] =>
    samples
      .filter(({ recollectionOfId }) => recollectionOfId === (standsInFor?.id ?? null))
      .flatMap((sample) => [{ sample, depth, standsInFor }, ...under(sample, depth + 1)]);
  return under(null, 0);
}

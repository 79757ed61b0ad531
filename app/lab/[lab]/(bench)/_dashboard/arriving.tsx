import { ScanBarcode } from "lucide-react";
import { isCapColour, Tube } from "@/components/lab/tube";
import { LinkButton } from "@/components/ui/button";
import { Id } from "@/components/ui/id";
import { Section } from "@/components/ui/section";
import { Cell, Head, Row, RowLink, Table, TableBody, TableHead } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import type { Dashboard } from "@/lib/dashboard/schema";
import { OrderMarks } from "../_components/order-marks";
import { AllOf } from "./queue-words";

/** Tubes that are taken and have not reached the bench. */
export function Arriving({ queue, zone }: { queue: NonNullable<Dashboard["arriving"]>; zone: string }) {
  return (
    <Section
      title="On their way to the bench"
      count={queue.waiting}
      aside={
        <LinkButton href="/accession" size="small">
          <ScanBarcode aria-hidden="true" />
          Scan in
        </LinkButton>
      }
    >
      {queue.waiting === 0 ? (
        <p className="text-ink-2">Nothing is on its way. Tubes come here when they are collected.</p>
      ) : (
        <Table label="Samples on their way">
          <TableHead>
            <Head>Sample</Head>
            <Head>Type</Head>
            <Head>Collected</Head>
          </TableHead>
          <TableBody>
            {queue.data.map((sample) => (
              <Row key={sample.id}>
                <Cell phone="lead">
                  <span className="inline-flex flex-wrap items-center gap-2">
                    <Tube cap={isCapColour(sample.cap) ? sample.cap : "none"} />
                    <RowLink href={`/samples/${sample.id}`} prefetch={false}>
                      <Id>{sample.barcode}</Id>
                    </RowLink>
                    <OrderMarks priority={sample.priority} />
                  </span>
                </Cell>
                <Cell phone="sub">{sample.sampleTypeName}</Cell>
                <Cell phone="lead-end">
                  {sample.collectedAt ? <Time at={sample.collectedAt} zone={zone} /> : "not recorded"}
                </Cell>
              </Row>
            ))}
          </TableBody>
        </Table>
      )}
      <AllOf queue={queue} href="/samples?state=collected" />
    </Section>
  );
}

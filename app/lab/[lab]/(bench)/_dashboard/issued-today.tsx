import { StateMark } from "@/components/lab/state-mark";
import { Id } from "@/components/ui/id";
import { Section } from "@/components/ui/section";
import { Cell, Head, Row, RowLink, Table, TableBody, TableHead, TwoLines } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import type { Dashboard } from "@/lib/dashboard/schema";
import { bornWords } from "../_components/person-words";
import { ShownName } from "../_components/shown-name";
import { standing, titleOf } from "../reports/report-words";
import { AllOf } from "./queue-words";

/** Reports that left the laboratory today, the newest first. */
export function IssuedToday({ queue, zone }: { queue: NonNullable<Dashboard["reports"]>; zone: string }) {
  return (
    <Section title="Reports issued today" count={queue.waiting}>
      {queue.waiting === 0 ? (
        <p className="text-ink-2">None yet. Reports come here as they are released.</p>
      ) : (
        <Table label="Reports issued today, the newest first" tall>
          <TableHead>
            <Head>Order</Head>
            <Head>Patient</Head>
            <Head>Report</Head>
            <Head>State</Head>
            <Head end>Issued</Head>
          </TableHead>
          <TableBody>
            {queue.data.map((report) => (
              <Row key={report.id}>
                <Cell phone="lead">
                  <RowLink href={`/reports/${report.id}`} prefetch={false}>
                    <Id>{report.accessionNumber}</Id>
                  </RowLink>
                </Cell>
                <Cell phone="line">
                  <TwoLines
                    first={<ShownName of={report.patient} />}
                    second={
                      <>
                        <Id>{report.patient.mrn}</Id> · {bornWords(report.patient)}
                      </>
                    }
                  />
                </Cell>
                <Cell phone="sub">{`Version ${report.number}, ${titleOf(report).toLowerCase()}`}</Cell>
                <Cell phone="sub-end">
                  <StateMark kind="report" state={standing(report)} />
                </Cell>
                <Cell phone="lead-end" end>
                  <Time at={report.issuedAt} zone={zone} form="time" />
                </Cell>
              </Row>
            ))}
          </TableBody>
        </Table>
      )}
      <AllOf queue={queue} href="/reports" />
    </Section>
  );
}

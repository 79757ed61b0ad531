import { Screen } from "@/components/lab/screen";
import { StateMark } from "@/components/lab/state-mark";
import { Empty } from "@/components/ui/empty";
import { Id } from "@/components/ui/id";
import { PageHead } from "@/components/ui/page-head";
import { Paging } from "@/components/ui/paging";
import { Cell, Head, Row, RowLink, Table, TableBody, TableHead } from "@/components/ui/table";
import { Tabs } from "@/components/ui/tabs";
import { Time } from "@/components/ui/time";
import { load } from "@/lib/api/load";
import { listReports } from "@/lib/reports/operations/list-reports";
import { type Report, ReportStatus } from "@/lib/reports/schema";
import { address, pagesAround, readSearch, type SearchParams } from "../_components/page-links";
import { ShownName } from "../_components/shown-name";
import { benchActor } from "../bench-actor";
import { standing, titleOf } from "./report-words";

export const metadata = { title: "Reports" };

const PATH = "/reports";

export default async function ReportsPage({ searchParams }: { searchParams: SearchParams }) {
  const query = await readSearch(searchParams);
  const status = ReportStatus.safeParse(query.status).data;
  const { laboratory } = await benchActor();
  const { data, nextCursor } = await load(listReports, {
    query: { ...(status && { status }), ...(query.cursor && { cursor: query.cursor }) },
  });
  const tabs = [
    { label: "All", href: PATH, current: !status },
    { label: "Final", href: address(PATH, { status: "final" }), current: status === "final" },
    {
      label: "Preliminary",
      href: address(PATH, { status: "preliminary" }),
      current: status === "preliminary",
    },
  ];
  return (
    <Screen crumbs={[{ label: "Reports" }]}>
      <PageHead title="Reports" />
      <Tabs label="Reports by status" tabs={tabs} />
      {data.length === 0 ? (
        <div className="mt-5">
          <Empty title={status ? `No report is ${status}` : "Nothing is released yet"}>
            Each release makes a numbered version of an order's report, and it is here at once.
          </Empty>
        </div>
      ) : (
        <>
          <Reports reports={data} zone={laboratory.timeZone} />
          <Paging shown={data.length} {...pagesAround(PATH, query, nextCursor)} />
        </>
      )}
    </Screen>
  );
}

function Reports({ reports, zone }: { reports: readonly Report[]; zone: string }) {
  return (
    <Table label="Report versions, newest first" tall>
      <TableHead>
        <Head>Order</Head>
        <Head>Patient</Head>
        <Head>Version</Head>
        <Head>State</Head>
        <Head>Issued</Head>
        <Head>By</Head>
      </TableHead>
      <TableBody>
        {reports.map((report) => (
          <Row key={report.id}>
            <Cell phone="lead">
              <RowLink href={`${PATH}/${report.id}`} prefetch={false}>
                <Id strong>{report.accessionNumber}</Id>
              </RowLink>
            </Cell>
            <Cell phone="sub" className="wrap-anywhere">
              <ShownName>{report.patient.displayName}</ShownName>
              <span className="block text-xs text-ink-3">
                <Id>{report.patient.mrn}</Id>
              </span>
            </Cell>
            <Cell phone="lead-end">
              {report.number}, {titleOf(report).toLowerCase()}
            </Cell>
            <Cell phone="sub-end">
              <StateMark kind="report" state={standing(report)} />
            </Cell>
            <Cell phone="none">
              <Time at={report.issuedAt} zone={zone} form="both" />
            </Cell>
            <Cell phone="none">{report.issuedBy}</Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}

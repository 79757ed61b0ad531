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
import { now } from "@/lib/core/clock";
import { listReports } from "@/lib/reports/operations/list-reports";
import { type Report, ReportStatus } from "@/lib/reports/schema";
import { ChoiceLinks } from "../_components/choice-links";
import { dayAndTime, instantOf } from "../_components/local-time";
import { address, pagesAround, readSearch, type SearchParams } from "../_components/page-links";
import { bornWords } from "../_components/person-words";
import { ShownName } from "../_components/shown-name";
import { benchActor } from "../bench-actor";
import { standing, titleOf } from "./report-words";

export const metadata = { title: "Reports" };

const PATH = "/reports";

export default async function ReportsPage({ searchParams }: { searchParams: SearchParams }) {
  const query = await readSearch(searchParams);
  const status = ReportStatus.safeParse(query.status).data;
  const { laboratory } = await benchActor();
  const zone = laboratory.timeZone;
  const period = periods.find(({ name }) => name === query.issued);
  const from = period && beginningOf(period.days, zone);
  const { data, nextCursor } = await load(listReports, {
    query: {
      ...(status && { status }),
      ...(from && { from }),
      ...(query.cursor && { cursor: query.cursor }),
    },
  });
  const filters = { status, issued: period?.name };
  return (
    <Screen crumbs={[{ label: "Reports" }]}>
      <PageHead title="Reports" />
      <div className="mb-3">
        <ChoiceLinks
          label="Issued"
          choices={[undefined, ...periods].map((each) => ({
            label: each?.label ?? "At any time",
            href: address(PATH, { ...filters, issued: each?.name }),
            current: each === period,
          }))}
        />
      </div>
      <Tabs
        label="Reports by status"
        tabs={[undefined, ...ReportStatus.options].map((each) => ({
          label: each ? statusWords[each] : "All",
          href: address(PATH, { ...filters, status: each }),
          current: each === status,
        }))}
      />
      {data.length === 0 ? (
        <div className="mt-5">
          <Empty title={status || period ? "No report fits that" : "Nothing is released yet"}>
            Each release makes a numbered version of an order's report, and it is here at once.
          </Empty>
        </div>
      ) : (
        <>
          <Reports reports={data} zone={zone} />
          <Paging shown={data.length} {...pagesAround(PATH, query, nextCursor)} />
        </>
      )}
    </Screen>
  );
}

const statusWords = { final: "Final", preliminary: "Preliminary" };

const periods = [
  { name: "today", label: "Today", days: 0 },
  { name: "week", label: "In the last seven days", days: 6 },
] as const;

/** The beginning of a day on the laboratory's calendar, so many days ago. */
function beginningOf(daysAgo: number, zone: string): string | undefined {
  const { day } = dayAndTime(new Date(now().getTime() - daysAgo * 24 * 3_600_000), zone);
  return instantOf({ day, time: "00:00" }, zone)?.toISOString();
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
              <ShownName of={report.patient} />
              <span className="block text-xs text-ink-3">
                <Id>{report.patient.mrn}</Id> · {bornWords(report.patient)}
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

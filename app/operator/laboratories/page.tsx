import {
  pagesAround,
  type Query,
  readSearch,
  type SearchParams,
} from "@/app/lab/[lab]/(bench)/_components/page-links";
import { SearchForm } from "@/app/lab/[lab]/(bench)/_components/search-form";
import { StateMark } from "@/components/lab/state-mark";
import { Empty } from "@/components/ui/empty";
import { PageHead } from "@/components/ui/page-head";
import { PageLink } from "@/components/ui/page-link";
import { Paging } from "@/components/ui/paging";
import { Cell, Head, Row, RowLink, Table, TableBody, TableHead, TwoLines } from "@/components/ui/table";
import { Tabs } from "@/components/ui/tabs";
import { Tag } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import { listLaboratories } from "@/lib/operator/operations/list-laboratories";
import { type LaboratoryLine, LaboratorySort, LaboratoryState } from "@/lib/operator/schema";
import { ConsoleScreen } from "../_components/console-screen";
import { oneOf, withFilter } from "../_components/list-query";
import { consoleLoad, zone } from "../operator-actor";

export const metadata = { title: "Laboratories" };

const path = "/operator/laboratories";

export default async function LaboratoriesPage({ searchParams }: { searchParams: SearchParams }) {
  const query = await readSearch(searchParams);
  const state = oneOf(LaboratoryState.options, query.state);
  const sort = oneOf(LaboratorySort.options, query.sort) ?? "name";
  const { q, cursor } = query;
  const { data, nextCursor } = await consoleLoad(listLaboratories, {
    query: { sort, ...(q && { q }), ...(state && { state }), ...(cursor && { cursor }) },
  });
  return (
    <ConsoleScreen crumbs={[{ label: "Laboratories" }]}>
      <PageHead title="Laboratories" />
      <div className="mb-3">
        <SearchForm name="q" value={q} label="Name or address" keep={{ state, sort: query.sort }} />
      </div>
      <Tabs
        label="Laboratories by state"
        tabs={[undefined, ...LaboratoryState.options].map((each) => ({
          href: withFilter(path, query, { state: each }),
          label: each ? words[each] : "All",
          current: each === state,
        }))}
      />
      {data.length === 0 ? (
        <div className="mt-5">
          <Empty title="No laboratory fits that" action={<PageLink href={path}>Show all</PageLink>}>
            Laboratories are signed up at the start page of this installation.
          </Empty>
        </div>
      ) : (
        <>
          <Laboratories laboratories={data} query={query} sort={sort} />
          <Paging
            shown={data.length}
            {...pagesAround(path, query, nextCursor)}
            words={{ newer: "Back", older: "On" }}
          />
        </>
      )}
    </ConsoleScreen>
  );
}

const words = { active: "Active", suspended: "Suspended" };

type TableProps = { laboratories: readonly LaboratoryLine[]; query: Query; sort: string };

function Laboratories({ laboratories, query, sort }: TableProps) {
  const isByTime = sort !== "name";
  return (
    <Table label="Laboratories" tall>
      <TableHead>
        <Head
          sort={{ href: withFilter(path, query, { sort: "name" }), now: isByTime ? undefined : "ascending" }}
        >
          Laboratory
        </Head>
        <Head>State</Head>
        <Head end>Members</Head>
        <Head>Last active</Head>
        <Head
          sort={{
            href: withFilter(path, query, { sort: sort === "newest" ? "oldest" : "newest" }),
            now: isByTime ? (sort === "newest" ? "descending" : "ascending") : undefined,
          }}
        >
          Signed up
        </Head>
      </TableHead>
      <TableBody>
        {laboratories.map((laboratory) => (
          <Row key={laboratory.id}>
            <Cell phone="lead" row className="text-start font-normal">
              <TwoLines
                first={<RowLink href={`${path}/${laboratory.id}`}>{laboratory.name}</RowLink>}
                second={
                  <>
                    <span className="id">{laboratory.slug}</span>{" "}
                    {laboratory.isDemonstration && <Tag>demonstration</Tag>}
                  </>
                }
              />
            </Cell>
            <Cell phone="lead-end">
              <StateMark kind="laboratory" state={laboratory.state} />
            </Cell>
            <Cell end phone="sub-end">
              {laboratory.members}
              <span className="text-xs text-ink-3 md:hidden"> members</span>
            </Cell>
            <Cell phone="sub">
              {laboratory.lastActiveAt ? (
                <Time at={laboratory.lastActiveAt} zone={zone} />
              ) : (
                <span className="text-ink-3">never</span>
              )}
            </Cell>
            <Cell phone="none">
              <Time at={laboratory.createdAt} zone={zone} form="date" />
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}

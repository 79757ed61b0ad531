import { readSearch, type SearchParams } from "@/app/lab/[lab]/(bench)/_components/page-links";
import { SearchForm } from "@/app/lab/[lab]/(bench)/_components/search-form";
import { StateMark } from "@/components/lab/state-mark";
import { PageHead } from "@/components/ui/page-head";
import { Cell, Head, Row, RowLink, Table, TableBody, TableHead, TwoLines } from "@/components/ui/table";
import { Tabs } from "@/components/ui/tabs";
import { Tag } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import { listLaboratories } from "@/lib/operator/operations/list-laboratories";
import { type LaboratoryLine, LaboratorySort, LaboratoryState } from "@/lib/operator/schema";
import { ConsoleScreen } from "../_components/console-screen";
import { ListPage } from "../_components/list-page";
import { oneOf, withFilter } from "../_components/list-query";
import { headSort, SortChoice, type Sorting, type SortWords } from "../_components/sorting";
import { consoleLoad, zone } from "../operator-actor";

export const metadata = { title: "Laboratories" };

const path = "/operator/laboratories";

export default async function LaboratoriesPage({ searchParams }: { searchParams: SearchParams }) {
  const query = await readSearch(searchParams);
  const state = oneOf(LaboratoryState.options, query.state);
  const sort = oneOf(LaboratorySort.options, query.sort) ?? "name";
  const sorting = { path, query, now: sort, words: sorts };
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
      <ListPage
        path={path}
        query={query}
        shown={data.length}
        nextCursor={nextCursor}
        isByTime={sort === "newest"}
        empty={{
          title: "No laboratory fits that",
          words: "Laboratories are signed up at the start page of this installation.",
        }}
      >
        <SortChoice sorting={sorting} />
        <Laboratories laboratories={data} sorting={sorting} />
      </ListPage>
    </ConsoleScreen>
  );
}

const sorts: SortWords<LaboratorySort> = {
  name: "By name",
  newest: "Newest first",
  oldest: "Oldest first",
};

const words = { active: "Active", suspended: "Suspended" };

type TableProps = { laboratories: readonly LaboratoryLine[]; sorting: Sorting<LaboratorySort> };

function Laboratories({ laboratories, sorting }: TableProps) {
  return (
    <Table label="Laboratories" tall>
      <TableHead>
        <Head sort={headSort(sorting, "name")}>Laboratory</Head>
        <Head>State</Head>
        <Head end>Members</Head>
        <Head>Last active</Head>
        <Head sort={headSort(sorting, "newest", "oldest")}>Signed up</Head>
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

import { ChoiceLinks } from "@/app/lab/[lab]/(bench)/_components/choice-links";
import { readSearch, type SearchParams } from "@/app/lab/[lab]/(bench)/_components/page-links";
import { SearchForm } from "@/app/lab/[lab]/(bench)/_components/search-form";
import { PageHead } from "@/components/ui/page-head";
import { PageLink } from "@/components/ui/page-link";
import { Cell, Head, Row, Table, TableBody, TableHead, TwoLines } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import { now } from "@/lib/core/clock";
import { listResetRequests } from "@/lib/operator/operations/list-reset-requests";
import { type ResetRequest, ResetSort, ResetState } from "@/lib/operator/schema.accounts";
import { CodeMark } from "../../_components/code-mark";
import { ConsoleScreen } from "../../_components/console-screen";
import { EmailAddress } from "../../_components/email-address";
import { ListPage } from "../../_components/list-page";
import { oneOf, withFilter } from "../../_components/list-query";
import { headSort, SortChoice, type Sorting, type SortWords } from "../../_components/sorting";
import { consoleLoad, zone } from "../../operator-actor";
import { CodeTabs } from "../code-tabs";

export const metadata = { title: "Requests for a password" };

const path = "/operator/codes/passwords";

export default async function ResetsPage({ searchParams }: { searchParams: SearchParams }) {
  const query = await readSearch(searchParams);
  const state = oneOf(ResetState.options, query.state);
  const sort = oneOf(ResetSort.options, query.sort) ?? "newest";
  const sorting = { path, query, now: sort, words: sorts };
  const { email, cursor } = query;
  const { data, nextCursor } = await consoleLoad(listResetRequests, {
    query: { sort, ...(state && { state }), ...(email && { email }), ...(cursor && { cursor }) },
  });
  return (
    <ConsoleScreen
      crumbs={[{ label: "Codes and e-mails", href: "/operator/codes" }, { label: "Requests for a password" }]}
    >
      <PageHead
        title="Requests for a password"
        note="Whoever forgot theirs. The link and the code of the mail are nowhere to be read."
      />
      <CodeTabs at={path} />
      <div className="mb-3 flex flex-wrap items-center gap-x-6 gap-y-2">
        <SearchForm
          name="email"
          value={email}
          label="E-mail address in full"
          keep={{ state, sort: query.sort }}
        />
        <ChoiceLinks
          label="State"
          choices={[undefined, ...ResetState.options].map((each) => ({
            label: each ? words[each] : "All",
            href: withFilter(path, query, { state: each }),
            current: each === state,
          }))}
        />
      </div>
      <ListPage
        path={path}
        query={query}
        shown={data.length}
        nextCursor={nextCursor}
        isByTime={sort === "newest"}
        empty={{ title: "No request fits that", words: "Whoever asks for a new password is here." }}
      >
        <SortChoice sorting={sorting} />
        <ResetTable requests={data} sorting={sorting} at={now()} />
      </ListPage>
    </ConsoleScreen>
  );
}

const sorts: SortWords<ResetSort> = {
  newest: "Newest first",
  oldest: "Oldest first",
  email: "By e-mail",
  most_tries: "Most tries first",
  ends_last: "Ending last",
  ends_first: "Ending first",
};

const words = { valid: "Valid", used: "Used", superseded: "Superseded", expired: "Expired" };

type TableProps = { requests: readonly ResetRequest[]; sorting: Sorting<ResetSort>; at: Date };

function ResetTable({ requests, sorting, at }: TableProps) {
  return (
    <Table label="Requests for a password" tall>
      <TableHead>
        <Head sort={headSort(sorting, "email")}>E-mail</Head>
        <Head>Account</Head>
        <Head>At</Head>
        <Head>From</Head>
        <Head sort={headSort(sorting, "ends_last", "ends_first")}>State</Head>
        <Head end sort={headSort(sorting, "most_tries")}>
          Tries
        </Head>
        <Head sort={headSort(sorting, "newest", "oldest")}>Asked</Head>
        <Head>Ended</Head>
      </TableHead>
      <TableBody>
        {requests.map((each) => (
          <Row key={each.id}>
            <Cell phone="lead" row className="text-start font-normal wrap-anywhere">
              <EmailAddress>{each.email}</EmailAddress>
            </Cell>
            <Cell phone="sub">
              {each.account ? (
                <PageLink href={`/operator/accounts/${each.account.id}`} className="id">
                  {each.account.publicId}
                </PageLink>
              ) : (
                <span className="text-ink-3">nobody: nothing was mailed</span>
              )}
            </Cell>
            <Cell phone="none" className="wrap-anywhere">
              {each.place}
            </Cell>
            <Cell phone="none">
              <TwoLines first={each.device} second={each.ip} />
            </Cell>
            <Cell phone="lead-end">
              <CodeMark
                state={each.state}
                {...(each.state === "valid" && { secondsLeft: secondsTo(each.linkExpiresAt, at) })}
              />
            </Cell>
            <Cell phone="none" end>
              {each.triesSpent}
            </Cell>
            <Cell phone="sub-end">
              <Time at={each.createdAt} zone={zone} />
            </Cell>
            <Cell phone="none">
              {each.endedAt && (
                <>
                  <Time at={each.endedAt} zone={zone} />
                  {each.endedBy !== "superseded" && ` by ${each.endedBy}`}
                </>
              )}
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}

function secondsTo(end: string, at: Date): number {
  return Math.max(0, Math.floor((Date.parse(end) - at.getTime()) / 1000));
}

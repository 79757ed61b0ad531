import { ChoiceLinks } from "@/app/lab/[lab]/(bench)/_components/choice-links";
import { readSearch, type SearchParams } from "@/app/lab/[lab]/(bench)/_components/page-links";
import { SearchForm } from "@/app/lab/[lab]/(bench)/_components/search-form";
import { PageHead } from "@/components/ui/page-head";
import { Cell, Head, Row, Table, TableBody, TableHead } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import { listEmailVerifications } from "@/lib/operator/operations/list-email-verifications";
import { EmailVerification, VerificationSort, VerificationStatus } from "@/lib/operator/schema.registrations";
import { CodeMark } from "../../_components/code-mark";
import { ConsoleScreen } from "../../_components/console-screen";
import { EmailAddress } from "../../_components/email-address";
import { ListPage } from "../../_components/list-page";
import { oneOf, withFilter } from "../../_components/list-query";
import { headSort, SortChoice, type Sorting, type SortWords } from "../../_components/sorting";
import { consoleLoad, zone } from "../../operator-actor";
import { CodeTabs } from "../code-tabs";

export const metadata = { title: "E-mail verifications" };

const path = "/operator/codes/verifications";
const kinds = EmailVerification.shape.kind.options;

export default async function VerificationsPage({ searchParams }: { searchParams: SearchParams }) {
  const query = await readSearch(searchParams);
  const kind = oneOf(kinds, query.kind);
  const status = oneOf(VerificationStatus.options, query.status);
  const sort = oneOf(VerificationSort.options, query.sort) ?? "newest";
  const sorting = { path, query, now: sort, words: sorts };
  const { q, cursor } = query;
  const { data, nextCursor } = await consoleLoad(listEmailVerifications, {
    query: {
      sort,
      ...(kind && { kind }),
      ...(status && { status }),
      ...(q && { q }),
      ...(cursor && { cursor }),
    },
  });
  return (
    <ConsoleScreen
      crumbs={[{ label: "Codes and e-mails", href: "/operator/codes" }, { label: "E-mail verifications" }]}
    >
      <PageHead title="E-mail verifications" note="Addresses that somebody was asked to confirm." />
      <CodeTabs at={path} />
      <div className="mb-3 grid gap-2">
        <SearchForm
          name="q"
          value={q}
          label="Part of an e-mail address"
          keep={{ kind, status, sort: query.sort }}
        />
        <div className="flex flex-wrap gap-x-6">
          <ChoiceLinks
            label="State"
            choices={[undefined, ...VerificationStatus.options].map((each) => ({
              label: each ? stateWords[each] : "All",
              href: withFilter(path, query, { status: each }),
              current: each === status,
            }))}
          />
          <ChoiceLinks
            label="Of"
            choices={[undefined, ...kinds].map((each) => ({
              label: each ? kindWords[each] : "Anybody",
              href: withFilter(path, query, { kind: each }),
              current: each === kind,
            }))}
          />
        </div>
      </div>
      <ListPage
        path={path}
        query={query}
        shown={data.length}
        nextCursor={nextCursor}
        isByTime={sort === "newest"}
        empty={{
          title: "No verification fits that",
          words: "Whoever registers or changes their address is asked to confirm it.",
        }}
      >
        <SortChoice sorting={sorting} />
        <VerificationTable verifications={data} sorting={sorting} />
      </ListPage>
    </ConsoleScreen>
  );
}

const sorts: SortWords<VerificationSort> = {
  newest: "Newest first",
  oldest: "Oldest first",
  email: "By e-mail",
  ends_last: "Ending last",
  ends_first: "Ending first",
};

const stateWords = { pending: "Pending", verified: "Verified", expired: "Expired" };
const kindWords = {
  patient: "Patients",
  provider: "Providers",
  laboratory: "Laboratories",
  email_change: "Changes of address",
};

type TableProps = { verifications: readonly EmailVerification[]; sorting: Sorting<VerificationSort> };

function VerificationTable({ verifications, sorting }: TableProps) {
  return (
    <Table label="E-mail verifications" tall>
      <TableHead>
        <Head sort={headSort(sorting, "email")}>E-mail</Head>
        <Head>Of</Head>
        <Head>At</Head>
        <Head sort={headSort(sorting, "ends_last", "ends_first")}>State</Head>
        <Head sort={headSort(sorting, "newest", "oldest")}>Asked</Head>
        <Head>Verified</Head>
      </TableHead>
      <TableBody>
        {verifications.map((each) => (
          <Row key={each.id}>
            <Cell phone="lead" row className="text-start font-normal wrap-anywhere">
              <EmailAddress>{each.email}</EmailAddress>
            </Cell>
            <Cell phone="sub">{kindWords[each.kind]}</Cell>
            <Cell phone="none" className="wrap-anywhere">
              {each.place}
            </Cell>
            <Cell phone="lead-end">
              <CodeMark state={each.status} secondsLeft={each.secondsLeft} />
            </Cell>
            <Cell phone="sub-end">
              <Time at={each.createdAt} zone={zone} />
            </Cell>
            <Cell phone="none">{each.verifiedAt && <Time at={each.verifiedAt} zone={zone} />}</Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}

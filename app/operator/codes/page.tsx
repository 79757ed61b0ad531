import { ChoiceLinks } from "@/app/lab/[lab]/(bench)/_components/choice-links";
import { readSearch, type SearchParams } from "@/app/lab/[lab]/(bench)/_components/page-links";
import { SearchForm } from "@/app/lab/[lab]/(bench)/_components/search-form";
import { PageHead } from "@/components/ui/page-head";
import { Cell, Head, Row, Table, TableBody, TableHead } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import { listVerificationCodes } from "@/lib/operator/operations/list-verification-codes";
import {
  CodePurpose,
  CodeSort,
  CodeStatus,
  type VerificationCode,
} from "@/lib/operator/schema.registrations";
import { CodeMark } from "../_components/code-mark";
import { ConsoleScreen } from "../_components/console-screen";
import { EmailAddress } from "../_components/email-address";
import { ListPage } from "../_components/list-page";
import { oneOf, withFilter } from "../_components/list-query";
import { headSort, SortChoice, type Sorting, type SortWords } from "../_components/sorting";
import { consoleLoad, zone } from "../operator-actor";
import { CodeTabs } from "./code-tabs";

export const metadata = { title: "Codes" };

const path = "/operator/codes";

export default async function CodesPage({ searchParams }: { searchParams: SearchParams }) {
  const query = await readSearch(searchParams);
  const purpose = oneOf(CodePurpose.options, query.purpose);
  const status = oneOf(CodeStatus.options, query.status);
  const sort = oneOf(CodeSort.options, query.sort) ?? "newest";
  const sorting = { path, query, now: sort, words: sorts };
  const { q, cursor } = query;
  const { data, nextCursor } = await consoleLoad(listVerificationCodes, {
    query: {
      sort,
      ...(purpose && { purpose }),
      ...(status && { status }),
      ...(q && { q }),
      ...(cursor && { cursor }),
    },
  });
  return (
    <ConsoleScreen crumbs={[{ label: "Codes and e-mails" }]}>
      <PageHead
        title="Codes"
        note="That a code was mailed, and what became of it. The code itself is nowhere to be read."
      />
      <CodeTabs at={path} />
      <div className="mb-3 grid gap-2">
        <SearchForm
          name="q"
          value={q}
          label="Part of an e-mail address"
          keep={{ purpose, status, sort: query.sort }}
        />
        <div className="flex flex-wrap gap-x-6">
          <ChoiceLinks
            label="State"
            choices={[undefined, ...CodeStatus.options].map((each) => ({
              label: each ? stateWords[each] : "All",
              href: withFilter(path, query, { status: each }),
              current: each === status,
            }))}
          />
          <ChoiceLinks
            label="For"
            choices={[undefined, ...CodePurpose.options].map((each) => ({
              label: each ? purposeWords[each] : "Anything",
              href: withFilter(path, query, { purpose: each }),
              current: each === purpose,
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
          title: "No code fits that",
          words: "Codes are here from when they are mailed until they are cleared away.",
        }}
      >
        <SortChoice sorting={sorting} />
        <CodeTable codes={data} sorting={sorting} />
      </ListPage>
    </ConsoleScreen>
  );
}

const sorts: SortWords<CodeSort> = {
  newest: "Newest first",
  oldest: "Oldest first",
  email: "By e-mail",
  most_tries: "Most tries first",
  ends_last: "Ending last",
  ends_first: "Ending first",
};

const stateWords = { valid: "Valid", used: "Used", expired: "Expired" };
const purposeWords = { login: "Signing in", registration: "Registration", password_reset: "New password" };

type TableProps = { codes: readonly VerificationCode[]; sorting: Sorting<CodeSort> };

function CodeTable({ codes, sorting }: TableProps) {
  return (
    <Table label="Codes" tall>
      <TableHead>
        <Head sort={headSort(sorting, "email")}>E-mail</Head>
        <Head>For</Head>
        <Head>At</Head>
        <Head sort={headSort(sorting, "ends_last", "ends_first")}>State</Head>
        <Head end sort={headSort(sorting, "most_tries")}>
          Tries
        </Head>
        <Head sort={headSort(sorting, "newest", "oldest")}>Mailed</Head>
        <Head>Used</Head>
      </TableHead>
      <TableBody>
        {codes.map((code) => (
          <Row key={code.id}>
            <Cell phone="lead" row className="text-start font-normal wrap-anywhere">
              <EmailAddress>{code.email}</EmailAddress>
            </Cell>
            <Cell phone="sub">{purposeWords[code.purpose]}</Cell>
            <Cell phone="none" className="wrap-anywhere">
              {code.place}
            </Cell>
            <Cell phone="lead-end">
              <CodeMark state={code.status} secondsLeft={code.secondsLeft} />
            </Cell>
            <Cell phone="none" end>
              {code.triesSpent}
            </Cell>
            <Cell phone="sub-end">
              <Time at={code.createdAt} zone={zone} />
            </Cell>
            <Cell phone="none">{code.usedAt && <Time at={code.usedAt} zone={zone} />}</Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}

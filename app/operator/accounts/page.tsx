import { ChoiceLinks } from "@/app/lab/[lab]/(bench)/_components/choice-links";
import {
  pagesAround,
  type Query,
  readSearch,
  type SearchParams,
} from "@/app/lab/[lab]/(bench)/_components/page-links";
import { SearchForm } from "@/app/lab/[lab]/(bench)/_components/search-form";
import { Empty } from "@/components/ui/empty";
import { PageHead } from "@/components/ui/page-head";
import { PageLink } from "@/components/ui/page-link";
import { Paging } from "@/components/ui/paging";
import { Tabs } from "@/components/ui/tabs";
import { AccountType } from "@/lib/accounts/schema";
import { listAccounts } from "@/lib/operator/operations/list-accounts";
import { AccountSort, AccountState } from "@/lib/operator/schema.accounts";
import { ConsoleScreen } from "../_components/console-screen";
import { oneOf, withFilter } from "../_components/list-query";
import { consoleLoad } from "../operator-actor";
import { AccountTable } from "./account-table";

export const metadata = { title: "Accounts" };

const path = "/operator/accounts";

export default async function AccountsPage({ searchParams }: { searchParams: SearchParams }) {
  const query = await readSearch(searchParams);
  const state = oneOf(AccountState.options, query.state);
  const kind = oneOf(AccountType.options, query.kind);
  const sort = oneOf(AccountSort.options, query.sort);
  const { q, cursor } = query;
  const operators = query.operators === "true" ? "true" : undefined;
  const { data, nextCursor } = await consoleLoad(listAccounts, {
    query: {
      ...(q && { q }),
      ...(state && { state }),
      ...(kind && { kind }),
      ...(sort && { sort }),
      ...(operators && { operators }),
      ...(cursor && { cursor }),
    },
  });
  return (
    <ConsoleScreen crumbs={[{ label: "Accounts" }]}>
      <PageHead title="Accounts" />
      <div className="mb-3 flex flex-wrap items-start gap-x-6 gap-y-2">
        <SearchForm
          name="q"
          value={q}
          label="E-mail, public id or name"
          keep={{ state, kind, sort, operators }}
          wide
          help="An e-mail address in full, a public id such as STF40718255, a username, or the beginning of a first or last name."
        />
      </div>
      <Tabs label="Accounts by state" tabs={stateTabs(state, query)} />
      <div className="my-3">
        <ChoiceLinks label="Kind" choices={kindChoices(kind, operators, query)} />
      </div>
      {data.length === 0 ? (
        <Empty title="No account fits that" action={<PageLink href={path}>Show the newest</PageLink>}>
          {q
            ? "E-mail addresses and usernames are found in full only, names by their beginning."
            : "Take a filter away."}
        </Empty>
      ) : (
        <>
          <AccountTable accounts={data} query={query} sort={sort ?? "newest"} />
          <Paging shown={data.length} {...pagesAround(path, query, nextCursor)} />
        </>
      )}
    </ConsoleScreen>
  );
}

const stateWords = { active: "Active", locked: "Locked", disabled: "Disabled" };
const kindWords = { patient: "Patients", provider: "Providers", staff: "Staff" };

function stateTabs(current: string | undefined, query: Query) {
  return [undefined, ...AccountState.options].map((state) => ({
    href: withFilter(path, query, { state }),
    label: state ? stateWords[state] : "All",
    current: state === current,
  }));
}

function kindChoices(current: string | undefined, operators: string | undefined, query: Query) {
  return [
    {
      label: "All",
      href: withFilter(path, query, { kind: undefined, operators: undefined }),
      current: !current && !operators,
    },
    ...AccountType.options.map((kind) => ({
      label: kindWords[kind],
      href: withFilter(path, query, { kind, operators: undefined }),
      current: kind === current,
    })),
    {
      label: "Operators",
      href: withFilter(path, query, { kind: undefined, operators: "true" }),
      current: operators !== undefined,
    },
  ];
}

import { ChoiceLinks } from "@/app/lab/[lab]/(bench)/_components/choice-links";
import { type Query, readSearch, type SearchParams } from "@/app/lab/[lab]/(bench)/_components/page-links";
import { SearchForm } from "@/app/lab/[lab]/(bench)/_components/search-form";
import { PageHead } from "@/components/ui/page-head";
import { Tabs } from "@/components/ui/tabs";
import { AccountType } from "@/lib/accounts/schema";
import { listAccounts } from "@/lib/operator/operations/list-accounts";
import { AccountSort, AccountState } from "@/lib/operator/schema.accounts";
import { ActOnSelected, type BulkAct } from "../_components/act-on-selected";
import { ConsoleScreen } from "../_components/console-screen";
import { ListPage } from "../_components/list-page";
import { oneOf, withFilter } from "../_components/list-query";
import { SortChoice, type SortWords } from "../_components/sorting";
import { consoleLoad } from "../operator-actor";
import { AccountTable } from "./account-table";
import { act } from "./actions";

export const metadata = { title: "Accounts" };

const path = "/operator/accounts";

export default async function AccountsPage({ searchParams }: { searchParams: SearchParams }) {
  const query = await readSearch(searchParams);
  const state = oneOf(AccountState.options, query.state);
  const kind = oneOf(AccountType.options, query.kind);
  const sort = oneOf(AccountSort.options, query.sort) ?? "newest";
  const sorting = { path, query, now: sort, words: sorts };
  const { q, cursor } = query;
  const operators = query.operators === "true" ? "true" : undefined;
  const { data, nextCursor } = await consoleLoad(listAccounts, {
    query: {
      ...(q && { q }),
      ...(state && { state }),
      ...(kind && { kind }),
      sort,
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
          keep={{ state, kind, sort: query.sort, operators }}
          wide
          help="An e-mail address in full, a public id such as STF40718255, a username, or the beginning of a first or last name."
        />
      </div>
      <Tabs label="Accounts by state" tabs={stateTabs(state, query)} />
      <div className="my-3">
        <ChoiceLinks label="Kind" choices={kindChoices(kind, operators, query)} />
      </div>
      <ListPage
        path={path}
        query={query}
        shown={data.length}
        nextCursor={nextCursor}
        isByTime={sort === "newest"}
        empty={{
          title: "No account fits that",
          words: q
            ? "E-mail addresses and usernames are found in full only, names by their beginning."
            : "Take a filter away.",
        }}
      >
        <SortChoice sorting={sorting} />
        <ActOnSelected
          rows={data.map(({ id, publicId }) => ({ id, name: publicId }))}
          noun="account"
          idsAs="accountIds"
          acts={acts.filter(({ at }) => at.some((each) => data.some((account) => account.state === each)))}
          send={act}
        >
          <AccountTable accounts={data} sorting={sorting} />
        </ActOnSelected>
      </ListPage>
    </ConsoleScreen>
  );
}

const sorts: SortWords<AccountSort> = {
  newest: "Newest first",
  oldest: "Oldest first",
  name: "By last name",
  email: "By e-mail",
};

const acts: readonly (BulkAct & { at: readonly AccountState[] })[] = [
  {
    ...{ verb: "Sign out", busy: "Signing out", done: "signed out", action: "end_sessions", look: "primary" },
    about: "Every session of theirs ends at once, at every address. They may sign in again.",
    button: "plain",
    asksWhy: true,
    at: ["active"],
  },
  {
    ...{ verb: "Lock", busy: "Locking", done: "locked", action: "lock", look: "danger", asksWhy: true },
    about: "Every session of theirs ends at once, and they cannot sign in until somebody unlocks them.",
    at: ["active"],
  },
  {
    ...{ verb: "Unlock", busy: "Unlocking", done: "unlocked", action: "unlock", look: "primary" },
    about: "They may sign in again. Wrong passwords are forgotten.",
    button: "plain",
    asksWhy: true,
    at: ["locked"],
  },
];

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

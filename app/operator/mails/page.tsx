import { readSearch, type SearchParams } from "@/app/lab/[lab]/(bench)/_components/page-links";
import { SearchForm } from "@/app/lab/[lab]/(bench)/_components/search-form";
import { PageHead } from "@/components/ui/page-head";
import { PageLink } from "@/components/ui/page-link";
import { Tabs } from "@/components/ui/tabs";
import { now } from "@/lib/core/clock";
import { mailLifecycle } from "@/lib/mailbox/lifecycle";
import { listMails } from "@/lib/mailbox/operations/list-mails";
import { mayBeResent } from "@/lib/mailbox/policy";
import { type MailLine, MailSort, MailState } from "@/lib/mailbox/schema";
import { ActOnSelected, type BulkAct } from "../_components/act-on-selected";
import { ConsoleScreen } from "../_components/console-screen";
import { isId } from "../_components/is-id";
import { ListPage } from "../_components/list-page";
import { oneOf, withFilter } from "../_components/list-query";
import { SortChoice, type SortWords } from "../_components/sorting";
import { consoleLoad } from "../operator-actor";
import { act } from "./actions";
import { MailTable } from "./mail-table";

export const metadata = { title: "Mails" };

const path = "/operator/mails";

export default async function MailsPage({ searchParams }: { searchParams: SearchParams }) {
  const query = await readSearch(searchParams);
  const state = oneOf(MailState.options, query.state);
  const laboratory = isId(query.laboratory) ? query.laboratory : undefined;
  const template = /^[a-z-]{1,60}$/.test(query.template ?? "") ? query.template : undefined;
  const sort = oneOf(MailSort.options, query.sort) ?? "newest";
  const sorting = { path, query, now: sort, words: sorts };
  const { to, cursor } = query;
  const { data, nextCursor } = await consoleLoad(listMails, {
    query: {
      sort,
      ...(state && { state }),
      ...(to && { to }),
      ...(template && { template }),
      ...(laboratory && { laboratoryId: laboratory }),
      ...(cursor && { cursor }),
    },
  });
  const resendable = data.filter(canBeResent);
  const table = (
    <MailTable mails={data} sorting={sorting} selectable={new Set(resendable.map(({ id }) => id))} />
  );
  return (
    <ConsoleScreen crumbs={[{ label: "Mails" }]}>
      <PageHead title="Mails" note="That a mail is owed, sent or given up, and why; never what it says." />
      <div className="mb-3">
        <SearchForm
          name="to"
          value={to}
          label="Recipient's address in full"
          keep={{ state, laboratory, template, sort: query.sort }}
        />
      </div>
      <Tabs
        label="Mails by state"
        tabs={[undefined, ...MailState.options].map((each) => ({
          href: withFilter(path, query, { state: each }),
          label: each ? mailLifecycle.states[each].label : "All",
          current: each === state,
        }))}
      />
      {(laboratory || template) && (
        <p className="mt-3 text-ink-2">
          Only {template && <span className="id">{template}</span>} {laboratory && "in one laboratory's name"}
          .{" "}
          <PageLink href={withFilter(path, query, { laboratory: undefined, template: undefined })}>
            Show everything
          </PageLink>
        </p>
      )}
      <ListPage
        path={path}
        query={query}
        shown={data.length}
        nextCursor={nextCursor}
        isByTime={sort === "newest"}
        empty={{
          title: "No mail fits that",
          words: "Every mail that the installation owes somebody is here.",
        }}
      >
        <div className="mt-3">
          <SortChoice sorting={sorting} />
          {resendable.length > 0 ? (
            <ActOnSelected
              rows={resendable.map(({ id, to: recipient }) => ({ id, name: recipient }))}
              noun="mail"
              idsAs="mailIds"
              acts={acts}
              send={act}
            >
              {table}
            </ActOnSelected>
          ) : (
            table
          )}
        </div>
      </ListPage>
    </ConsoleScreen>
  );
}

const sorts: SortWords<MailSort> = {
  newest: "Newest first",
  oldest: "Oldest first",
  template: "By what it is about",
  most_tries: "Most tries first",
};

/** Not what is forgotten, has run out or is not wanted. */
function canBeResent({ state, isForgotten, validUntil }: MailLine): boolean {
  return mayBeResent({ state, isForgotten, validUntil: validUntil ? new Date(validUntil) : null }, now());
}

const acts: readonly BulkAct[] = [
  {
    ...{ verb: "Send anew", busy: "Sending", done: "on its way", action: "resend", look: "primary" },
    about: "The same words go to the same address once more.",
    asksWhy: true,
  },
];

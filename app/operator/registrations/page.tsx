import { ChoiceLinks } from "@/app/lab/[lab]/(bench)/_components/choice-links";
import { readSearch, type SearchParams } from "@/app/lab/[lab]/(bench)/_components/page-links";
import { SearchForm } from "@/app/lab/[lab]/(bench)/_components/search-form";
import { PageHead } from "@/components/ui/page-head";
import { listPendingRegistrations } from "@/lib/operator/operations/list-pending-registrations";
import { PendingRegistration, PendingSort } from "@/lib/operator/schema.registrations";
import { ActOnSelected, type BulkAct } from "../_components/act-on-selected";
import { ConsoleScreen } from "../_components/console-screen";
import { ListPage } from "../_components/list-page";
import { oneOf, withFilter } from "../_components/list-query";
import { SortChoice, type SortWords } from "../_components/sorting";
import { consoleLoad } from "../operator-actor";
import { act } from "./actions";
import { PendingTable } from "./pending-table";
import { RegistrationTabs } from "./registration-tabs";

export const metadata = { title: "Registrations" };

const path = "/operator/registrations";
const kinds = PendingRegistration.shape.kind.options;

export default async function RegistrationsPage({ searchParams }: { searchParams: SearchParams }) {
  const query = await readSearch(searchParams);
  const kind = oneOf(kinds, query.kind);
  const sort = oneOf(PendingSort.options, query.sort) ?? "newest";
  const sorting = { path, query, now: sort, words: sorts };
  const { q, cursor } = query;
  const { data, nextCursor } = await consoleLoad(listPendingRegistrations, {
    query: { sort, ...(kind && { kind }), ...(q && { q }), ...(cursor && { cursor }) },
  });
  return (
    <ConsoleScreen crumbs={[{ label: "Registrations" }]}>
      <PageHead
        title="Registrations"
        note="They wait half an hour for their code or their link, and end by themselves after that."
      />
      <RegistrationTabs at={path} />
      <div className="mb-3 flex flex-wrap items-center gap-x-6 gap-y-2">
        <SearchForm name="q" value={q} label="Part of an e-mail address" keep={{ kind, sort: query.sort }} />
        <ChoiceLinks
          label="Of"
          choices={[undefined, ...kinds].map((each) => ({
            label: each ? words[each] : "All",
            href: withFilter(path, query, { kind: each }),
            current: each === kind,
          }))}
        />
      </div>
      <ListPage
        path={path}
        query={query}
        shown={data.length}
        nextCursor={nextCursor}
        isByTime={sort === "newest"}
        empty={{
          title: "Nobody waits",
          words: "Whoever registers is here until they confirm their address.",
        }}
      >
        <SortChoice sorting={sorting} />
        <ActOnSelected
          rows={data.map(({ id, email }) => ({ id, name: email }))}
          noun="registration"
          idsAs="registrationIds"
          acts={acts}
          send={act}
        >
          <PendingTable registrations={data} sorting={sorting} />
        </ActOnSelected>
      </ListPage>
    </ConsoleScreen>
  );
}

const sorts: SortWords<PendingSort> = {
  newest: "Newest first",
  oldest: "Oldest first",
  email: "By e-mail",
  most_tries: "Most tries first",
  ends_first: "Ending first",
  ends_last: "Ending last",
};

const words = { patient: "Patients", provider: "Providers", laboratory: "Laboratories" };

const acts: readonly BulkAct[] = [
  {
    ...{ verb: "Send anew", busy: "Sending", done: "on its way", action: "resend", look: "primary" },
    about:
      "Each is mailed a new code and a new link; the old ones are dead. Laboratories ask for theirs themselves.",
  },
  {
    ...{ verb: "Delete", busy: "Deleting", done: "deleted", action: "delete", look: "danger", asksWhy: true },
    about: "Their codes and links open nothing any more. They may register again.",
  },
];

import { KeyRound } from "lucide-react";
import { LinkButton } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { Paging } from "@/components/ui/paging";
import { listApiKeys } from "@/lib/accounts/operations/list-api-keys";
import { load } from "@/lib/api/load";
import { pagesAround, readSearch, type SearchParams } from "../../_components/page-links";
import { benchActor } from "../../bench-actor";
import { SettingsScreen } from "../_components/settings-screen";
import { KeyTable } from "./_components/key-table";

export const metadata = { title: "API keys" };

export default async function KeysPage({ searchParams }: { searchParams: SearchParams }) {
  const query = await readSearch(searchParams);
  const keys = await load(listApiKeys, { query: { ...(query.cursor && { cursor: query.cursor }) } });
  const { laboratory } = await benchActor();
  const make = (
    <LinkButton href="/settings/api-keys/new" look="primary">
      <KeyRound aria-hidden="true" />
      Make an API key
    </LinkButton>
  );
  return (
    <SettingsScreen current="/settings/api-keys" crumb="API keys" actions={make}>
      {keys.data.length === 0 ? (
        <Empty title="No program has a key to this laboratory">
          A key lets one program do what you tick for it, at this laboratory's address only, until it runs out
          or you revoke it.
        </Empty>
      ) : (
        <KeyTable keys={keys.data} zone={laboratory.timeZone} />
      )}
      <Paging shown={keys.data.length} {...pagesAround("/settings/api-keys", query, keys.nextCursor)} />
    </SettingsScreen>
  );
}

import { type Clinician, licenseKey } from "@/lib/accounts/repository.providers";
import type { PlatformDb } from "@/lib/infra/db";
import type { Keyset, ListOrder } from "@/lib/infra/list-order";
import type { ProviderState } from "@/lib/infra/prisma/client";
import type { ProviderSort } from "./schema";

const id = "p.account_id";

export const providerOrders: Record<ProviderSort, ListOrder> = {
  newest: { key: "p.created_at", form: "instant", way: "desc", id },
  oldest: { key: "p.created_at", form: "instant", way: "asc", id },
  name: { key: "lower(a.last_name || ' ' || a.first_name)", form: "text", way: "asc", id },
  email: { key: "a.email_key", form: "text", way: "asc", id },
};

/** Clinicians that fit. */
export async function findClinicians(
  db: PlatformDb,
  { state, q }: { state?: ProviderState | undefined; q?: string | undefined },
  { key, beyond, orderBy, after, take }: Keyset,
): Promise<(Clinician & { id: string; sortKey: Date | string })[]> {
  const licence = licenseKey(q ?? "");
  const listed = await db.sql<{ id: string; sortKey: Date | string }>(
    `select p.account_id as id, ${key} from provider_profile p join account a on a.id = p.account_id
     where ($1::"ProviderState" is null or p.state = $1) and ${beyond(2)}
       and ($5::text is null or lower(a.first_name || ' ' || a.last_name) like $5 or a.email_key like $5
         or a.public_id = upper($6) or p.license_key like $7)
     ${orderBy} limit $4`,
    [
      ...[state ?? null, ...after, take],
      ...(q === undefined
        ? [null, null, null]
        : [`%${plain(q.toLowerCase())}%`, q, licence.length < 3 ? null : `${licence}%`]),
    ],
  );
  const rows = await db.providerProfile.findMany({
    where: { accountId: { in: listed.map((each) => each.id) } },
    include: { account: true },
  });
  const byId = new Map(rows.map((row) => [row.accountId, row]));
  return listed.flatMap((each) => {
    const row = byId.get(each.id);
    return row ? [{ ...row, ...each }] : [];
  });
}

/** % and _ are themselves. */
function plain(text: string): string {
  return text.replace(/[\\%_]/g, "\\$&");
}

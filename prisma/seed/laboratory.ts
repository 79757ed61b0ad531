import { createAccount } from "@/lib/accounts/repository";
import { loadStarterCatalogue } from "@/lib/catalogue/repository";
import { type Role, roleNames } from "@/lib/core/access";
import { now } from "@/lib/core/clock";
import { enterLaboratory, inPlatform } from "@/lib/infra/db";
import { hashPassword } from "@/lib/infra/passwords";
import { addProvider } from "@/lib/laboratories/operations/add-provider";
import { changeSettings } from "@/lib/laboratories/operations/change-settings";
import { createLaboratory, createMember } from "@/lib/laboratories/repository";
import { type Person, personOf } from "./acting";

/** Everybody's, in the demonstration only: a production server refuses these accounts. */
export const demonstrationPassword = "Demo-Lab-2026-Pass!";

export type Staff = Record<Role | "scientist2", Person>;
export type SeedLaboratory = { slug: string; staff: Staff; providerIds: [string, ...string[]] };

type Wish = {
  slug: string;
  name: string;
  timeZone: string;
  currency: string;
  details: Record<string, unknown>;
  providers: { firstName: string; lastName: string; specialization: string; phone: string }[];
};

/** A laboratory with one person in each role, its head on paper, and the providers it works with. */
export async function makeLaboratory(wish: Wish): Promise<SeedLaboratory> {
  const passwordHash = await hashPassword(demonstrationPassword);
  const { slug, name, timeZone, currency } = wish;
  const common = { passwordHash, isDemonstration: true };
  const founded = await inPlatform({ laboratoryId: null, accountId: null }, async (db) => {
    const account = await createAccount(db, now(), { ...common, ...nameOf("administrator", slug) });
    const founder = { accountId: account.id, displayName: "Administrator", email: account.email };
    const made = await createLaboratory(db, {
      now: now(),
      slug,
      name,
      timeZone,
      currency,
      isDemonstration: true,
      founder,
    });
    await loadStarterCatalogue(db, made.laboratory.id, now());
    return { ...made, account };
  });
  const { laboratory } = founded;
  const hire = (who: Role | "scientist2"): Promise<Person> =>
    inPlatform({ laboratoryId: laboratory.id, accountId: null }, async (db) => {
      const account = await createAccount(db, now(), { ...common, ...nameOf(who, slug) });
      await enterLaboratory(laboratory.id, account.id);
      const member = await createMember(db, {
        laboratoryId: laboratory.id,
        now: now(),
        accountId: account.id,
        displayName: labelOf(who),
        email: account.email,
        roles: [who === "scientist2" ? "scientist" : who],
      });
      return personOf(laboratory, account, member);
    });
  const administrator = personOf(laboratory, founded.account, founded.member);
  const others: [string, Person][] = [];
  for (const who of [...roleNames, "scientist2" as const]) {
    if (who !== "administrator") others.push([who, await hire(who)]);
  }
  // One person for each role was made just above, the founder before them.
  const staff = { administrator, ...Object.fromEntries(others) } as Staff;
  await administrator.does(changeSettings, { body: wish.details, ifMatch: 1 });
  const providerIds: string[] = [];
  for (const provider of wish.providers) {
    providerIds.push((await administrator.does(addProvider, { body: provider })).id);
  }
  const [first = "", ...rest] = providerIds;
  const memberId = staff.provider.actor.member?.id ?? null;
  await inPlatform({ laboratoryId: laboratory.id, accountId: null }, (db) =>
    db.provider.updateMany({ where: { laboratoryId: laboratory.id, id: first }, data: { memberId } }),
  );
  return { slug, staff, providerIds: [first, ...rest] };
}

function labelOf(who: string): string {
  return who === "scientist2" ? "Scientist 2" : who.charAt(0).toUpperCase() + who.slice(1);
}

function nameOf(who: string, slug: string) {
  const kind = who === "provider" ? ("provider" as const) : ("staff" as const);
  return { kind, email: `${who}@${slug}.test`, firstName: labelOf(who), lastName: slug };
}

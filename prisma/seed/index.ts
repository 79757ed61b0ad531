import { createAccount } from "@/lib/accounts/repository";
import { inPlatform } from "@/lib/infra/db";
import { env } from "@/lib/infra/env";
import { hashPassword } from "@/lib/infra/passwords";
import { closePools } from "@/lib/infra/transaction";
import { demonstrationPassword, makeLaboratory } from "./laboratory";
import { openPortal } from "./portal";
import { startSeedClock } from "./seed-clock";
import { liveAWeek } from "./week";

/*
 * Two laboratories and a week of their work, made through the operations from a fixed seed. The clock is set
 * back from the moment of seeding, so that "today" has work in it whenever the demonstration is made.
 */
if (env().isProduction) throw new Error("Demonstration data is not for a production server.");

const today = new Date(process.env.MEDVUNO_SEED_NOW ?? Date.now());
const clock = startSeedClock();
const weekAgo = new Date(today.getTime() - 8 * 24 * 3_600_000);

clock.at(weekAgo);
const demo = await makeLaboratory({
  slug: "demo",
  name: "Demo Laboratory",
  timeZone: "Europe/London",
  currency: "USD",
  details: {
    addressLines: ["2070 Test Park", "London"],
    phone: "+44 20 7946 0000",
    email: "hello@demo.test",
    licence: "DEMO-0001",
    director: "Dr. Ada Director",
    colour: "#00695c",
  },
  providers: [
    {
      firstName: "Nicholas",
      lastName: "Radon",
      specialization: "Internal medicine",
      phone: "+44 20 7946 0101",
    },
    { firstName: "Amara", lastName: "Bello", specialization: "Paediatrics", phone: "+44 20 7946 0102" },
  ],
});
clock.at(weekAgo);
const northlab = await makeLaboratory({
  slug: "northlab",
  name: "North Laboratory",
  timeZone: "Europe/Helsinki",
  currency: "EUR",
  details: {
    addressLines: ["Satamakatu 4", "Helsinki"],
    phone: "+358 9 000 0000",
    email: "hello@northlab.test",
    licence: "NORTH-7",
    director: "Dr. Elias North",
    colour: "#1e4fa3",
  },
  providers: [
    { firstName: "Kaisa", lastName: "Laine", specialization: "General practice", phone: "+358 9 000 0101" },
  ],
});

const operatorHash = await hashPassword(demonstrationPassword);
const operator = await inPlatform({ laboratoryId: null, accountId: null }, async (db) => {
  const { id } = await createAccount(db, clock.now(), {
    kind: "staff",
    email: "operator@medvuno.test",
    firstName: "Olga",
    lastName: "Operator",
    isDemonstration: true,
    passwordHash: operatorHash,
  });
  return db.account.update({ where: { id }, data: { isOperator: true } });
});

await liveAWeek(demo, { today, clock, seed: 20261120, busy: true });
await liveAWeek(northlab, { today, clock, seed: 7, busy: false });
await openPortal(operator, { clock, today });
await closePools();

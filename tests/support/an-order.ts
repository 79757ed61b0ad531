import { randomInt } from "node:crypto";
import { now } from "@/lib/core/clock";
import { newId } from "@/lib/core/ids";
import { inLaboratory, inPlatform } from "@/lib/infra/db";
import { placeOrder } from "@/lib/orders/operations/place-order";
import { settleOrders } from "@/lib/orders/repository";
import type { Order, ResultState } from "@/lib/orders/schema";
import { accessionSample } from "@/lib/samples/operations/accession-samples";
import { settleSamples } from "@/lib/samples/repository";
import type { Lab, Member } from "./a";

type PatientWish = {
  mrn?: string;
  familyName?: string;
  givenName?: string | null;
  birthDate?: string | null;
  sex?: "female" | "male" | "other" | "unknown";
  registeredById?: string;
};

/** A patient of the laboratory, as a row: the registration is told elsewhere. */
export async function aPatient(lab: Lab, wish: PatientWish = {}): Promise<{ id: string; mrn: string }> {
  const id = newId();
  const mrn = wish.mrn ?? String(randomInt(1e9)).padStart(9, "0");
  const { birthDate = "1961-06-15", familyName = "Jones", givenName = "William", sex = "male" } = wish;
  await inLaboratory(lab.ref.id, null, async (db) => {
    await db.patient.create({
      data: {
        ...{ laboratoryId: lab.ref.id, id, mrn, familyName, givenName, sex },
        birthDate: birthDate === null ? null : new Date(birthDate),
        searchName: familyName.toLowerCase(),
        registeredById: wish.registeredById ?? null,
      },
    });
  });
  return { id, mrn };
}

/** A provider in the laboratory's directory; linked to a member when one is given. */
export async function aProvider(
  lab: Lab,
  { member, retired = false }: { member?: Member; retired?: boolean } = {},
): Promise<string> {
  const id = newId();
  await inLaboratory(lab.ref.id, null, async (db) => {
    await db.provider.create({
      data: {
        ...{
          laboratoryId: lab.ref.id,
          id,
          firstName: "Grace",
          lastName: "Hopper",
          searchName: "grace hopper",
        },
        memberId: member?.memberId ?? null,
        retiredAt: retired ? now() : null,
      },
    });
  });
  if (member?.actor.member) member.actor.member.providerId = id;
  return id;
}

type OrderWish = Partial<Omit<Parameters<typeof placeOrder.run>[1]["body"], "items">> & { items?: string[] };

/** An order as reception places it: codes of tests, and of panels with a colon before them. */
export async function anOrder(
  lab: Lab,
  { items = ["FBC", "CREA"], ...wish }: OrderWish = {},
): Promise<Order> {
  const reception = await lab.member("receptionist");
  const patientId = wish.patientId ?? (await aPatient(lab)).id;
  return await reception.does(placeOrder, { body: { ...wish, patientId, items: items.map(itemOf) } });
}

/** ":LIPID" is a panel, "CREA" a test. */
export function itemOf(code: string): { testCode: string } | { panelCode: string } {
  return code.startsWith(":") ? { panelCode: code.slice(1) } : { testCode: code };
}

/** Receives every tube of an order at the bench. */
export async function receive(lab: Lab, order: Order): Promise<void> {
  const tech = await lab.member("technician");
  for (const { id } of order.samples) {
    await tech.does(accessionSample, { params: { sampleId: id }, body: { collectionNotRecorded: true } });
  }
}

const path: readonly ResultState[] = ["pending", "entered", "verified", "released"];

/** Takes results as far as a state by hand, as three different people would. What they are is told elsewhere. */
export async function bring(lab: Lab, resultIds: readonly string[], to: "entered" | "verified" | "released") {
  const laboratoryId = lab.ref.id;
  const steps = {
    entered: `value = '5', entered_by_id = $3, entered_at = now()`,
    verified: `verified_by_id = $3, verified_at = now()`,
    released: `released_by_id = $3, released_at = now()`,
  };
  for (const [step, set] of Object.entries(steps)) {
    const person = await lab.member("scientist");
    await inLaboratory(laboratoryId, person.memberId, async (db) => {
      await db.sql(
        `update result set state = '${step}', ${set}
         where laboratory_id = $1 and id = any($2::uuid[]) and state = '${path[path.indexOf(step as ResultState) - 1]}'`,
        [laboratoryId, resultIds, person.memberId],
      );
      const touched = await db.sql<{ orderId: string; sampleId: string }>(
        `select order_id as "orderId", sample_id as "sampleId" from result where laboratory_id = $1 and id = any($2::uuid[])`,
        [laboratoryId, resultIds],
      );
      await settleSamples(db, laboratoryId, [...new Set(touched.map((each) => each.sampleId))], now());
      await settleOrders(db, laboratoryId, [...new Set(touched.map((each) => each.orderId))], now());
    });
    if (step === to) return;
  }
}

/** What was announced in the laboratory under a name, oldest first. */
export async function facts(lab: Lab, name: string): Promise<Record<string, string>[]> {
  const rows = await inPlatform({ laboratoryId: lab.ref.id, accountId: null }, async (db) =>
    db.sql<{ payload: Record<string, string> }>(
      "select payload from outbox where laboratory_id = $1 and name = $2 order by created_at, id",
      [lab.ref.id, name],
    ),
  );
  return rows.map(({ payload }) => payload);
}

/** The parameters that name a tube of an order, by its number. */
export function tube(order: Order, number = 1): { sampleId: string } {
  const sample = order.samples[number - 1];
  if (!sample) throw new Error(`The order has no tube ${number}.`);
  return { sampleId: sample.id };
}

/** Ids of the results that a tube of an order is for. */
export function resultsOn(order: Order, number = 1): string[] {
  const { sampleId } = tube(order, number);
  return order.results.filter((result) => result.sampleId === sampleId).map((result) => result.id);
}

/** Ids of the results of some of an order's tests, or of all. */
export function resultsOf(order: Order, ...testCodes: string[]): string[] {
  return order.results
    .filter((result) => testCodes.length === 0 || testCodes.includes(result.testCode))
    .map((result) => result.id);
}

/** How many of some samples or results are in each state. */
export function statesOf(things: readonly { state: string }[]): Record<string, number> {
  const counted: Record<string, number> = {};
  for (const { state } of things) counted[state] = (counted[state] ?? 0) + 1;
  return counted;
}

/** A statement by hand, as the role of the laboratory's own operations; the laboratory is $1. */
export function byHand<Row>(lab: Lab, sql: string, values: unknown[] = []): Promise<Row[]> {
  return inLaboratory(lab.ref.id, null, async (db) => db.sql<Row>(sql, [lab.ref.id, ...values]));
}

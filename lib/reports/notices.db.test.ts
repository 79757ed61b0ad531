import { describe, expect, it } from "vitest";
import { newId } from "@/lib/core/ids";
import { inLaboratory, inPlatform } from "@/lib/infra/db";
import { changeOrder } from "@/lib/orders/operations/change-order";
import { openOrder } from "@/lib/orders/operations/open-order";
import type { Order } from "@/lib/orders/schema";
import { amendResult } from "@/lib/results/operations/amend-result";
import { verifyResult } from "@/lib/results/operations/verify-result";
import type { Lab } from "@/tests/support/a";
import {
  aBench,
  anArrivedOrder,
  aReleasedOrder,
  type Bench,
  enter,
  resultOf,
  tubeOf,
  verify,
} from "@/tests/support/a-bench";
import { aPatient, aProvider } from "@/tests/support/an-order";
import { lettersTo } from "@/tests/support/letters";
import { actOnSamples } from "./operations/act-on-samples";
import { releaseOrder } from "./operations/release-order";

const addressOf = (who: string, lab: Lab) => `${who}@${lab.ref.slug}.test`;

/** A patient and a provider, each with an e-mail address. */
async function people(bench: Bench, names = { patient: "william", provider: "grace" }) {
  const { lab } = bench;
  const { id: patientId } = await aPatient(lab);
  const providerId = await aProvider(lab);
  const email = (who: keyof typeof names) => addressOf(names[who], lab);
  await inLaboratory(lab.ref.id, null, async (db) => {
    await db.patient.updateMany({ where: { id: patientId }, data: { email: email("patient") } });
    await db.provider.updateMany({ where: { id: providerId }, data: { email: email("provider") } });
  });
  return { patientId, providerId, patient: email("patient"), provider: email("provider") };
}

/** A corrected report; `meanwhile` is what happens once the order is open again. */
async function amended(bench: Bench, order: Order, meanwhile = async () => {}) {
  const amendment = await bench.pathologist.does(amendResult, {
    params: { resultId: resultOf(order, "CREA") },
    body: { value: "1.1", reason: "Typed wrongly." },
    ifMatch: 4,
  });
  await meanwhile();
  await bench.scientist.does(verifyResult, { params: { resultId: amendment.id } });
  return await bench.pathologist.does(releaseOrder, { params: { orderId: order.id }, body: {} });
}

const templatesTo = async (to: string) => (await lettersTo(to)).map(({ template }) => template);

describe("R18 a report that is released", () => {
  it("is announced to the patient, with where reports are explained, and to the requester", async () => {
    const bench = await aBench({ name: "Harbour Laboratory" });
    const { patientId, providerId, patient, provider } = await people(bench);
    await aReleasedOrder(bench, { CREA: "1.0" }, { patientId, providerId });
    const [[toPatient, ...more], [toProvider]] = [await lettersTo(patient), await lettersTo(provider)];
    expect(more).toEqual([]);
    expect(toPatient).toMatchObject({
      template: "report-ready",
      subject: "A report from Harbour Laboratory is ready",
    });
    expect(toPatient?.text).toContain("How to read your report http://learn.lims.test/");
    // Patients read no reports here.
    expect(toPatient?.text).not.toContain("Sign in");
    // This requester has no account here: there is nothing to open.
    expect(toProvider?.template).toBe("report-ready");
    expect(toProvider?.text).not.toContain("learn.lims.test");
  });

  it("leads a requester who is a member to the laboratory's own address", async () => {
    const bench = await aBench();
    const member = await bench.lab.member("provider");
    const providerId = await aProvider(bench.lab, { member });
    await inLaboratory(bench.lab.ref.id, null, async (db) => {
      await db.provider.updateMany({ where: { id: providerId }, data: { email: member.email } });
    });
    await aReleasedOrder(bench, { CREA: "1.0" }, { providerId });
    const text = (await lettersTo(member.email)).at(-1)?.text;
    expect(text).toContain(`http://${bench.lab.ref.slug}.lims.test/reports`);
  });

  it("tells nothing of whose it is, what was measured or what was found", async () => {
    const bench = await aBench();
    const { patientId, providerId, patient, provider } = await people(bench);
    const { order } = await aReleasedOrder(bench, { CREA: "9.7" }, { patientId, providerId });
    for (const { subject, text, html } of [...(await lettersTo(patient)), ...(await lettersTo(provider))]) {
      const said = `${subject} ${text} ${html}`;
      for (const secret of [
        "Jones",
        "William",
        "9.7",
        "CREA",
        "Creatinine",
        order.accessionNumber,
        order.id,
      ]) {
        expect(said).not.toContain(secret);
      }
    }
  });

  it("is announced to nobody whose address is not known", async () => {
    const bench = await aBench();
    const { id: patientId } = await aPatient(bench.lab);
    await aReleasedOrder(bench, { CREA: "1.0" }, { patientId, providerId: await aProvider(bench.lab) });
    const letters = await inPlatform({ laboratoryId: null, accountId: null }, (db) =>
      db.sql<{ n: number }>("select count(*)::int as n from mail where laboratory_id = $1", [
        bench.lab.ref.id,
      ]),
    );
    expect(letters).toEqual([{ n: 0 }]);
  });

  it("is announced once to a requester, however many are released together", async () => {
    const bench = await aBench();
    const { providerId, provider } = await people(bench);
    const orders: Order[] = [];
    const patients: string[] = [];
    for (let made = 0; made < 3; made += 1) {
      const one = await people(bench, { patient: `patient${made}`, provider: newId() });
      patients.push(one.patient);
      orders.push(await anArrivedOrder(bench, { items: ["CREA"], providerId, patientId: one.patientId }));
    }
    for (const order of orders) {
      await enter(bench.tech, order, { CREA: "1.0" });
      await verify(bench.scientist, order);
    }
    await bench.pathologist.does(actOnSamples, {
      body: { action: "release", items: orders.map((order) => ({ sampleId: tubeOf(order) })) },
    });
    expect(await templatesTo(provider)).toEqual(["report-ready"]);
    for (const patient of patients) expect(await templatesTo(patient)).toEqual(["report-ready"]);
  });
});

describe("R18 a report that is corrected", () => {
  it("is announced as corrected, to whoever was told of the version before", async () => {
    const bench = await aBench();
    const { patientId, providerId, patient, provider } = await people(bench);
    const { order } = await aReleasedOrder(bench, { CREA: "1.0" }, { patientId, providerId });
    await amended(bench, order);
    for (const to of [patient, provider]) {
      expect(await templatesTo(to)).toEqual(["report-ready", "report-corrected"]);
      expect((await lettersTo(to)).at(-1)?.text.replace(/\s+/g, " ")).toContain(
        "The earlier version no longer counts",
      );
    }
  });

  it("is announced to the requester of the version before, too, when the order names another since", async () => {
    const bench = await aBench();
    const { patientId, providerId, provider } = await people(bench);
    const { order } = await aReleasedOrder(bench, { CREA: "1.0" }, { patientId, providerId });
    const other = await people(bench, { patient: "nobody", provider: "barbara" });
    const reception = await bench.lab.member("receptionist");
    await amended(bench, order, async () => {
      const params = { orderId: order.id };
      const { version } = await reception.does(openOrder, { params });
      await reception.does(changeOrder, {
        ...{ params, body: { providerId: other.providerId }, ifMatch: version },
      });
    });
    expect(await templatesTo(provider)).toEqual(["report-ready", "report-corrected"]);
    expect(await templatesTo(other.provider)).toEqual(["report-corrected"]);
  });
});

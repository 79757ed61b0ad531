import { describe, expect, it } from "vitest";
import { newId } from "@/lib/core/ids";
import { a } from "@/tests/support/a";
import { anOrder, aPatient, aProvider } from "@/tests/support/an-order";
import { findOrderables } from "./operations/find-orderables";
import { findPatientsToOrderFor } from "./operations/find-patients-to-order-for";

describe("finding what to order", () => {
  it("puts the code that was typed in full first, and says what each contains", async () => {
    const lab = await a.laboratory();
    await aPatient(lab);
    const reception = await lab.member("receptionist");
    const { data } = await reception.does(findOrderables, { query: { q: "lipid" } });
    expect(data[0]).toMatchObject({ kind: "panel", code: "LIPID" });
    expect(data[0]?.tests.length).toBeGreaterThan(1);
    expect(data[0]?.tests[0]).toMatchObject({ sampleType: { cap: expect.any(String) } });
  });

  it("keeps prices from those who may not see them", async () => {
    const lab = await a.laboratory();
    await aPatient(lab);
    const reception = await lab.member("receptionist");
    const provider = await lab.member("provider");
    const [seen] = (await reception.does(findOrderables, { query: { q: "FBC" } })).data;
    const [unseen] = (await provider.does(findOrderables, { query: { q: "FBC" } })).data;
    expect(seen).toHaveProperty("price");
    expect(unseen).not.toHaveProperty("price");
  });
});

describe("finding whom to order for", () => {
  it("finds any patient for reception", async () => {
    const lab = await a.laboratory();
    const patient = await aPatient(lab, { familyName: "Okonkwo" });
    await aPatient(lab, { familyName: "Larsen" });
    const reception = await lab.member("receptionist");
    const found = await reception.does(findPatientsToOrderFor, { query: { q: "okonkwo" } });
    expect(found.data.map(({ id }) => id)).toEqual([patient.id]);
  });

  it("carries a name in its parts: a comma may belong to either", async () => {
    const lab = await a.laboratory();
    const name = { familyName: "Sánchez, viuda de Rey", givenName: "Ana, María" };
    await aPatient(lab, name);
    const reception = await lab.member("receptionist");
    const { data } = await reception.does(findPatientsToOrderFor, { query: { q: "sanchez" } });
    expect(data).toMatchObject([{ ...name, displayName: "SÁNCHEZ, VIUDA DE REY, Ana, María" }]);
  });

  it("finds for a provider only those they registered or ordered for", async () => {
    const lab = await a.laboratory();
    const provider = await lab.member("provider");
    const providerId = await aProvider(lab, { member: provider });
    const registered = await aPatient(lab, { familyName: "Jones", registeredById: provider.memberId });
    const ordered = await aPatient(lab, { familyName: "Jones" });
    const stranger = await aPatient(lab, { familyName: "Jones" });
    await anOrder(lab, { patientId: ordered.id, providerId });
    const { data } = await provider.does(findPatientsToOrderFor, { query: { q: "jones" } });
    expect(data.map(({ id }) => id).sort()).toEqual([registered.id, ordered.id].sort());
    await expect(
      provider.does(findPatientsToOrderFor, { query: { patientId: stranger.id } }),
    ).rejects.toMatchObject({ code: "not_found" });
  });

  it("opens the one patient a page is about, and answers for none as for a stranger", async () => {
    const lab = await a.laboratory();
    const patient = await aPatient(lab);
    const reception = await lab.member("receptionist");
    const { data } = await reception.does(findPatientsToOrderFor, { query: { patientId: patient.id } });
    expect(data).toMatchObject([{ id: patient.id, mrn: patient.mrn }]);
    await expect(
      reception.does(findPatientsToOrderFor, { query: { patientId: newId() } }),
    ).rejects.toMatchObject({ code: "not_found" });
  });
});

import { beforeAll, describe, expect, it } from "vitest";
import { createInvoice } from "@/lib/billing/operations/create-invoice";
import { issueInvoice } from "@/lib/billing/operations/issue-invoice";
import { recordPayment } from "@/lib/billing/operations/record-payment";
import { registerPatient } from "@/lib/patients/operations/register-patient";
import { a, type Lab, type Member } from "@/tests/support/a";
import { expectProblem } from "@/tests/support/expect-problem";
import { send } from "@/tests/support/request";
import { asOwner, countRows, rowsOf } from "@/tests/support/rows-of";
import { signIn } from "@/tests/support/signed-in";

type Caller = { lab: Lab; member: Member; token: string };

let reception: Caller;
let cashier: Caller;

beforeAll(async () => {
  const lab = await a.laboratory();
  reception = await caller(lab, "receptionist");
  cashier = await caller(lab, "cashier");
});

async function caller(lab: Lab, role: "receptionist" | "cashier"): Promise<Caller> {
  const member = await lab.member(role);
  return { lab, member, token: (await signIn(lab, member.email)).access };
}

function register({ lab, token }: Caller, key: string | null, body: object): Promise<Response> {
  return send(registerPatient, {
    ...{ host: `${lab.ref.slug}.lims.test`, token, body },
    headers: key === null ? {} : { "idempotency-key": key },
  });
}

let made = 0;
const person = () => {
  made += 1;
  return { familyName: `Okafor ${made}`, sex: "female", birthDate: "1990-02-28", acceptDuplicate: true };
};

describe("an Idempotency-Key", () => {
  it("sent again gets the first answer again, and nothing happens twice", async () => {
    const body = person();
    const first = await register(reception, "again-1", body);
    const rows = await rowsOf(reception.lab.ref.id);
    const second = await register(reception, "again-1", body);
    expect([first.status, second.status]).toEqual([201, 201]);
    for (const name of ["location", "etag", "content-type"]) {
      expect(second.headers.get(name)).toBe(first.headers.get(name));
    }
    expect(first.headers.get("idempotent-replayed")).toBeNull();
    expect(second.headers.get("idempotent-replayed")).toBe("true");
    expect(await second.json()).toEqual(await first.json());
    expect(await rowsOf(reception.lab.ref.id)).toEqual(rows);
  });

  it("with another body is refused, and the first answer stays", async () => {
    const body = person();
    await register(reception, "other-body", body);
    const rows = await rowsOf(reception.lab.ref.id);
    const refused = await register(reception, "other-body", { ...body, sex: "male" });
    const { errors } = await expectProblem(refused, "validation_failed");
    expect(errors).toHaveProperty("idempotency_key");
    expect(await rowsOf(reception.lab.ref.id)).toEqual(rows);
    expect((await register(reception, "other-body", body)).status).toBe(201);
  });

  it("sent ten times at once makes one record; the others hear of it or wait", async () => {
    const body = person();
    const before = await countRows(reception.lab.ref.id);
    const answers = await Promise.all(Array.from({ length: 10 }, () => register(reception, "at-once", body)));
    const fresh = answers.filter(
      ({ status, headers }) => status === 201 && !headers.has("idempotent-replayed"),
    );
    expect(fresh).toHaveLength(1);
    for (const answer of answers.filter(({ status }) => status !== 201))
      await expectProblem(answer, "conflict");
    const after = await countRows(reception.lab.ref.id);
    expect(after.patient).toBe((before.patient ?? 0) + 1);
  });

  it("is one's own: a colleague's same key is another", async () => {
    const colleague = await caller(reception.lab, "receptionist");
    const body = person();
    const first = (await (await register(reception, "shared-key", body)).json()) as { id: string };
    const second = await register(colleague, "shared-key", body);
    expect(second.status).toBe(201);
    expect(((await second.json()) as { id: string }).id).not.toBe(first.id);
    const stranger = await caller(await a.laboratory(), "receptionist");
    const third = await register(stranger, "shared-key", body);
    expect(third.headers.get("idempotent-replayed")).toBeNull();
  });

  it("is not used up by a refusal", async () => {
    const body = person();
    await expectProblem(await register(reception, "retry-me", { ...body, sex: "?" }), "validation_failed");
    expect((await register(reception, "retry-me", body)).status).toBe(201);
  });

  it("is forgotten after a day", async () => {
    const body = person();
    await register(reception, "yesterday", body);
    await asOwner("update idempotency_key set created_at = created_at - interval '24 hours 1 second'");
    const again = await register(reception, "yesterday", body);
    expect([again.status, again.headers.get("idempotent-replayed")]).toEqual([201, null]);
  });

  it.each(["", "a b", "x".repeat(201), "schl\u00fcssel"])("%j is none", async (key) => {
    await expectProblem(await register(reception, key, person()), "malformed_request");
  });

  it("is not asked for: two submissions without one are two records", async () => {
    const body = person();
    const before = await countRows(reception.lab.ref.id);
    await register(reception, null, body);
    await register(reception, null, body);
    expect((await countRows(reception.lab.ref.id)).patient).toBe((before.patient ?? 0) + 2);
  });
});

describe("R24 paying", () => {
  async function anInvoice(amount: number) {
    const lines = [{ description: "Full blood count", quantity: 1, unitPrice: amount }];
    const { id } = await cashier.member.does(createInvoice, { body: { billTo: "Jones", lines } });
    await cashier.member.does(issueInvoice, { params: { invoiceId: id } });
    return id;
  }

  function pay(who: Caller, invoiceId: string, amount: number, key?: string) {
    return send(recordPayment, {
      ...{ host: `${who.lab.ref.slug}.lims.test`, token: who.token, params: { invoiceId } },
      body: { amount, method: "cash" },
      headers: key ? { "idempotency-key": key } : {},
    });
  }

  it("twice by one impatient person pays once", async () => {
    const invoiceId = await anInvoice(1000);
    const answers = await Promise.all([1, 2, 3].map(() => pay(cashier, invoiceId, 400, `pay-${invoiceId}`)));
    expect(answers.filter(({ status }) => status === 201).length).toBeGreaterThanOrEqual(1);
    const last = await pay(cashier, invoiceId, 400, `pay-${invoiceId}`);
    expect(await last.json()).toMatchObject({ state: "part_paid", paid: 400, amount_due: 600 });
  });

  it("by two people at once never pays more than is due", async () => {
    const other = await caller(cashier.lab, "cashier");
    const invoiceId = await anInvoice(1000);
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, turn) => pay(turn % 2 ? cashier : other, invoiceId, 300)),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(3);
    for (const refused of answers.filter(({ status }) => status !== 201)) {
      const { errors } = await expectProblem(refused, "validation_failed");
      expect(errors).toHaveProperty("amount");
    }
    const [row] = await asOwner<{ paid: number; sum: number; count: number }>(
      `select i.paid::int, sum(p.amount)::int as sum, count(*)::int from invoice i
       join payment p on p.invoice_id = i.id where i.id = $1 group by 1`,
      [invoiceId],
    );
    expect(row).toEqual({ paid: 900, sum: 900, count: 3 });
    expect((await pay(other, invoiceId, 100)).status).toBe(201);
    await expectProblem(await pay(cashier, invoiceId, 1), "illegal_move");
  });
});

import { beforeAll, describe, expect, it } from "vitest";
import { issueInvoice } from "@/lib/billing/operations/issue-invoice";
import { recordPayment } from "@/lib/billing/operations/record-payment";
import type { AnyOperation } from "@/lib/infra/operation";
import { checkAvailability } from "@/lib/laboratories/operations/check-availability";
import { inviteMember } from "@/lib/laboratories/operations/invite-member";
import { signUpLaboratory } from "@/lib/laboratories/operations/sign-up-laboratory";
import { cancelOrder } from "@/lib/orders/operations/cancel-order";
import { changeOrder } from "@/lib/orders/operations/change-order";
import { listOrders } from "@/lib/orders/operations/list-orders";
import { placeOrder } from "@/lib/orders/operations/place-order";
import { correctPatient } from "@/lib/patients/operations/correct-patient";
import { listPatients } from "@/lib/patients/operations/list-patients";
import { openPatient } from "@/lib/patients/operations/open-patient";
import { registerPatient } from "@/lib/patients/operations/register-patient";
import { releaseOrder } from "@/lib/reports/operations/release-order";
import { enterResults } from "@/lib/results/operations/enter-results";
import { listResults } from "@/lib/results/operations/list-results";
import { retestResult } from "@/lib/results/operations/retest-result";
import { accessionSample } from "@/lib/samples/operations/accession-samples";
import { disposeOfSample } from "@/lib/samples/operations/dispose-of-samples";
import { listSamples } from "@/lib/samples/operations/list-samples";
import { storeSample } from "@/lib/samples/operations/store-samples";
import { expectProblem } from "@/tests/support/expect-problem";
import { aJourney, type Journey } from "@/tests/support/journey";
import { lettersTo } from "@/tests/support/letters";
import { type ProblemBody, send, type Wish } from "@/tests/support/request";
import { countRows, rowsOf } from "@/tests/support/rows-of";

let harbour: Journey;
let river: Journey;

beforeAll(async () => {
  harbour = await aJourney("Harbour");
  river = await aJourney("River", { after: 1 });
}, 60_000);

const ask = (op: AnyOperation, wish: Partial<Wish> = {}) =>
  send(op, { host: `${harbour.lab.ref.slug}.lims.test`, token: harbour.token, ...wish });

/** What is refused leaves nothing behind. */
async function refused(op: AnyOperation, wish: Partial<Wish>, code: Parameters<typeof expectProblem>[1]) {
  const before = await rowsOf(harbour.lab.ref.id);
  const said = await expectProblem(await ask(op, wish), code, op.id);
  expect(await rowsOf(harbour.lab.ref.id)).toEqual(before);
  return said;
}

const fields = ({ errors = {} }: ProblemBody) => Object.keys(errors);
const patient = { familyName: "Okafor", sex: "female" };

describe("a date that is none", () => {
  it.each([
    ...["2026-02-30", "2025-02-29", "2026-13-01", "2026-00-10", "30.02.2026", "2026-2-3", "yesterday"],
    ...["", "0000-00-00", "2999-01-01", "20260101", "1961-06-15T00:00:00Z"],
  ])("%j is no birth date, and nobody is registered", async (birthDate) => {
    const said = await refused(registerPatient, { body: { ...patient, birthDate } }, "validation_failed");
    expect(fields(said)).toEqual(["birth_date"]);
  });

  it("R5 no sample is taken tomorrow, nor before its patient was born", async () => {
    const params = { sampleId: harbour.open.sampleId };
    for (const collectedAt of ["2026-02-30T08:00:00Z", "2026-11-20", "08:00", "2026-11-20T08:00:00"]) {
      const said = await refused(accessionSample, { params, body: { collectedAt } }, "validation_failed");
      expect(fields(said)).toEqual(["collected_at"]);
    }
  });
});

describe("a value that is no number", () => {
  it.each([
    ...["abc", "1,5", "1.2.3", "1e5", "0x10", "NaN", "Infinity", "--1", "< ", "1 2", "\u0661\u0662", "=1+1"],
    ...["<script>1</script>", "\ud83d\ude00", " ", "5".repeat(500)],
  ])("%j is refused, and the others of its sample with it", async (value) => {
    const results = [
      { analyteCode: "K", value: "4.1" },
      { analyteCode: harbour.slots.analyteCode, value },
    ];
    await refused(
      enterResults,
      { params: { sampleId: harbour.open.sampleId }, body: { results } },
      "validation_failed",
    );
  });

  it.each([1, null, true, [], {}])("%j is not even text", async (value) => {
    const results = [{ analyteCode: "K", value }];
    const wish = { params: { sampleId: harbour.open.sampleId }, body: { results } };
    expect(fields(await refused(enterResults, wish, "validation_failed"))).toEqual(["results.0.value"]);
  });

  it.each([0, -1, 1.5, 1e20, "10", null, Number.MAX_SAFE_INTEGER])(
    "%j is no amount of money",
    async (amount) => {
      const wish = { params: { invoiceId: harbour.slots.invoiceId }, body: { amount, method: "cash" } };
      const said = await expectProblem(await ask(recordPayment, wish), "validation_failed").catch(() => null);
      expect(said === null ? ["amount"] : fields(said)).toEqual(["amount"]);
    },
  );
});

describe("a move that is not allowed now", () => {
  it("is refused in words, and changes nothing", async () => {
    const { sampleId, orderId, resultId, invoiceId } = harbour.slots;
    const reason = { reason: "Asked for twice" };
    const moves: [AnyOperation, Partial<Wish>][] = [
      [accessionSample, { params: { sampleId }, body: { collectionNotRecorded: true } }],
      [disposeOfSample, { params: { sampleId }, body: {} }],
      [cancelOrder, { params: { orderId }, body: reason }],
      [releaseOrder, { params: { orderId }, body: {} }],
      [retestResult, { params: { resultId }, body: reason }],
      [issueInvoice, { params: { invoiceId } }],
      [recordPayment, { params: { invoiceId }, body: { amount: 100, method: "cash" } }],
    ];
    for (const [op, wish] of moves) await refused(op, wish, "illegal_move");
    const results = [{ analyteCode: "K", value: "4.1" }];
    const said = await refused(
      enterResults,
      { params: { sampleId }, body: { results } },
      "validation_failed",
    );
    expect(fields(said)).toEqual(["results.0.analyte_code"]);
  });

  it("twice at once is done once", async () => {
    const params = { sampleId: harbour.slots.sampleId };
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => ask(storeSample, { params, body: { location: "Fridge 2" } })),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    for (const { status } of answers) expect([200, 409]).toContain(status);
  });
});

describe("a version that is stale", () => {
  it("is told so, and one of two writers at once wins", async () => {
    const params = { patientId: harbour.slots.patientId };
    const etag = (await ask(openPatient, { params })).headers.get("etag") ?? "";
    const correct = (givenName: string, ifMatch: string) =>
      ask(correctPatient, { params, body: { givenName }, headers: { "if-match": ifMatch } });
    const answers = await Promise.all(["Ada", "Grace", "Mary"].map((name) => correct(name, etag)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    for (const { status } of answers) expect([200, 409, 412]).toContain(status);
    await expectProblem(await correct("Ada", etag), "precondition_failed");
    const order = { params: { orderId: harbour.open.orderId }, body: { priority: "urgent" } };
    await refused(changeOrder, { ...order, headers: { "if-match": '"999"' } }, "precondition_failed");
  });
});

describe("an order that cannot be placed whole", () => {
  it("leaves nothing of it", async () => {
    const { patientId, testCode } = harbour.slots;
    const before = await countRows(harbour.lab.ref.id);
    const bad = [
      { patientId, items: [] },
      { patientId, items: [{ testCode }, { testCode: "NEVERWAS" }] },
      { patientId, items: [{ testCode, panelCode: "LIPID" }] },
      { patientId, items: [{ testCode }], providerId: river.slots.providerId },
      { patientId: river.slots.patientId, items: [{ testCode }] },
      { patientId, items: [{ testCode: "constructor" }, { testCode: "__proto__" }] },
      { patientId, items: Array.from({ length: 61 }, () => ({ testCode })) },
    ];
    for (const body of bad) {
      const { status } = await ask(placeOrder, { body });
      expect([404, 422], JSON.stringify(body).slice(0, 100)).toContain(status);
    }
    expect(await countRows(harbour.lab.ref.id)).toEqual(before);
  });
});

describe("a name in any script", () => {
  it.each([
    ...[
      "O'Brien-Smith",
      "Nguy\u1ec5n",
      "\u738b\u5c0f\u660e",
      "\u0645\u062d\u0645\u062f",
      "\u0411\u043e\u0440\u0438\u0441",
    ],
    ...[
      "\u1202\u1218\u120d",
      "\ud83d\udc69\ud83c\udffd\u200d\u2695\ufe0f",
      "X \u00c6 A-12",
      "Null",
      "undefined",
      "__proto__",
    ],
    ...[
      "<script>alert(1)</script>",
      "=cmd|' /C calc'!A0",
      "'; drop table patient; --",
      "%s%n",
      "{{7*7}}",
      "#{7*7}",
    ],
    "x".repeat(300),
  ])("%s is kept as typed and found again", async (familyName) => {
    const made = await ask(registerPatient, { body: { ...patient, familyName, acceptDuplicate: true } });
    expect(made.status).toBe(201);
    expect(made.headers.get("content-type")).toBe("application/json");
    const { id } = (await made.json()) as { id: string };
    const read = await ask(openPatient, { params: { patientId: id } });
    expect(await read.json()).toMatchObject({ family_name: familyName.normalize("NFC") });
    const found = await ask(listPatients, { query: { q: familyName.slice(0, 100), limit: "100" } });
    expect(found.status).toBe(200);
  });

  it.each(["x".repeat(301), "a\u0000b", "a\u202eb", "a\nb", "\ud800", "  ", ""])(
    "%j is none",
    async (familyName) => {
      const said = await refused(registerPatient, { body: { ...patient, familyName } }, "validation_failed");
      expect(fields(said)).toEqual(["family_name"]);
    },
  );
});

describe("a laboratory's name", () => {
  const admin = {
    email: "ada@north.test",
    password: "Quiet-Lantern-58",
    firstName: "Ada",
    lastName: "North",
  };
  const place = { name: "North", timeZone: "Europe/London", currency: "GBP", admin };
  const root = { host: "lims.test", token: undefined };

  it.each([
    ...["www", "api", "admin", "learn", "medvuno"],
    ...["a", "-a-", "xn--abc", "a--b", "a.b", "a b", "../etc", "\u0430dmin", "x".repeat(64), ""],
  ])("%j cannot be taken", async (slug) => {
    const looked = await send(checkAvailability, { ...root, query: { slug } });
    // Spaces and capitals are put right before they are looked up.
    if (slug === slug.toLowerCase().trim()) expect(await looked.json()).toMatchObject({ available: false });
    await expectProblem(
      await send(signUpLaboratory, { ...root, body: { ...place, slug } }),
      "validation_failed",
    );
  });

  it("that is taken is told", async () => {
    const { slug } = harbour.lab.ref;
    const answer = await send(signUpLaboratory, { ...root, body: { ...place, slug } });
    await expectProblem(answer, "already_exists");
  });

  it("is not given on a laboratory's own address", async () => {
    await expectProblem(await ask(signUpLaboratory, { body: { ...place, slug: "north-lab" } }), "not_found");
  });
});

describe("S18 a forged host", () => {
  it("is in no link of any mail", async () => {
    const email = "forged@clinic.test";
    const answer = await ask(inviteMember, {
      body: { email, roles: ["technician"] },
      headers: {
        ...{ "x-forwarded-host": "evil.test", "x-forwarded-proto": "https", forwarded: "host=evil.test" },
        ...{ "x-original-url": "http://evil.test/", "x-forwarded-port": "666", origin: "http://evil.test" },
      },
    });
    expect(answer.status).toBe(201);
    const [letter] = await lettersTo(email);
    expect(letter?.text).toContain(`http://${harbour.lab.ref.slug}.lims.test/invitation?token=`);
    expect(`${letter?.text}${letter?.html}`).not.toMatch(/evil|666/);
  });
});

describe("a cursor", () => {
  const lists = [listOrders, listPatients, listSamples, listResults];
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

  it.each([
    ...["x", "!!!", "e30", "bnVsbA", "W10", "x".repeat(400), "x".repeat(5_000), "\u0000"],
    ...[encode([1, 2, 3, 4, 5, 6]), encode(["' or 1=1 --", "x"]), encode(["not a date", "not an id"])],
    ...[encode({ __proto__: 1 }), encode([null, null]), encode(["2026-01-01T00:00:00Z", "\u0000"])],
  ])("%s that no list wrote is refused", async (cursor) => {
    for (const op of lists) {
      const answer = await ask(op, { query: { cursor } });
      await expectProblem(answer, "malformed_request", `${op.id} ${cursor.slice(0, 40)}`);
    }
  });

  it("of another laboratory shows nothing of it", async () => {
    const first = await send(listOrders, {
      ...{ host: `${river.lab.ref.slug}.lims.test`, token: river.token, query: { limit: "1" } },
    });
    const { next_cursor: cursor } = (await first.json()) as { next_cursor: string };
    expect(cursor).toMatch(/^[\w-]+$/);
    const text = await (await ask(listOrders, { query: { cursor } })).text();
    expect(text).not.toMatch(/River/);
    expect(text).not.toContain(river.slots.patientId);
  });

  it.each(["0", "-1", "101", "1.5", "abc", "1e9", "99999999999999999999"])(
    "limit %s is none",
    async (limit) => {
      await expectProblem(await ask(listOrders, { query: { limit } }), "malformed_request");
    },
  );

  it("asked for twice in one address is refused", async () => {
    const query = "limit=1&limit=2";
    await expectProblem(await ask(listOrders, { query }), "malformed_request");
    for (const name of ["__proto__", "constructor", "toString", "__proto__[a]"]) {
      await expectProblem(await ask(listOrders, { query: `${name}=1` }), "malformed_request", name);
    }
  });
});

import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { sqlState } from "@/lib/api/database-problems";
import { perform } from "@/lib/api/perform";
import { newId } from "@/lib/core/ids";
import { inLaboratory } from "@/lib/infra/db";
import { openOrder } from "@/lib/orders/operations/open-order";
import { amendResult } from "@/lib/results/operations/amend-result";
import { listPatientResults } from "@/lib/results/operations/list-patient-results";
import { openGrid } from "@/lib/results/operations/open-grid";
import { openResult } from "@/lib/results/operations/open-result";
import { verifyResult } from "@/lib/results/operations/verify-result";
import {
  aBench,
  anArrivedOrder,
  aReleasedOrder,
  type Bench,
  resultOf,
  tubeOf,
} from "@/tests/support/a-bench";
import { aProvider, facts } from "@/tests/support/an-order";
import { checkReport } from "./operations/check-report";
import { listReports } from "./operations/list-reports";
import { openReport } from "./operations/open-report";
import { printReport } from "./operations/print-report";
import { releaseOrder } from "./operations/release-order";
import { withdrawReport } from "./operations/withdraw-report";

const reason = "The sample was another patient's.";

async function print(who: Bench["tech"], reportId: string) {
  const { body, etag } = await perform(printReport, who.actor, { params: { reportId } });
  if (!(body instanceof Uint8Array)) throw new Error("A report prints as bytes.");
  return { bytes: body, sha256: createHash("sha256").update(body).digest("hex"), etag };
}

async function aCorrectedReport(bench: Bench, wish = {}) {
  const { order, report } = await aReleasedOrder(bench, { CREA: "1.0" }, wish);
  const amendment = await bench.pathologist.does(amendResult, {
    params: { resultId: resultOf(order, "CREA") },
    body: { value: "1.4", reason: "Typed wrongly." },
    ifMatch: 4,
  });
  await bench.scientist.does(verifyResult, { params: { resultId: amendment.id } });
  const corrected = await bench.pathologist.does(releaseOrder, { params: { orderId: order.id }, body: {} });
  return { order, first: report, second: corrected.report };
}

const check = (bench: Bench, checkCode: string) =>
  bench.lab.anonymous().does(checkReport, { params: { checkCode } });

describe("R22 a version", () => {
  it("is the same bytes whenever it is asked for, known by their hash", async () => {
    const bench = await aBench();
    const { report } = await aReleasedOrder(bench, { CREA: "1.0" });
    const first = await print(bench.pathologist, report.id);
    expect(Buffer.from(first.bytes.subarray(0, 5)).toString()).toBe("%PDF-");
    expect(first.etag).toBe(`"${first.sha256}"`);
    // Nothing that changes afterwards reaches it.
    await inLaboratory(bench.lab.ref.id, null, async (db) => {
      await db.sql("update patient set family_name = 'Changed'");
      await db.sql("update laboratory set name = 'Changed', colour = '#aa0000'");
    });
    const later = await print(await bench.lab.member("receptionist"), report.id);
    expect(later.sha256).toBe(first.sha256);
  });

  it("is the same bytes for two who ask for the first time at once", async () => {
    const bench = await aBench();
    const { report } = await aReleasedOrder(bench, { CREA: "1.0" });
    const [one, two] = await Promise.all([
      print(bench.pathologist, report.id),
      print(bench.pathologist, report.id),
    ]);
    expect(one.sha256).toBe(two.sha256);
  });

  it("is changed by no statement, neither it nor its bytes", async () => {
    const bench = await aBench();
    const { report } = await aReleasedOrder(bench, { CREA: "1.0" });
    await print(bench.pathologist, report.id);
    const attempt = (text: string) =>
      inLaboratory(bench.lab.ref.id, bench.pathologist.memberId, async (db) => {
        await db.sql(text, [report.id]);
      }).catch((error) => sqlState(error));
    expect(await attempt("update report set content = '{}' where id = $1")).toBe("LM022");
    expect(await attempt("update report set number = 7 where id = $1")).toBe("LM022");
    expect(await attempt("update report set content_sha256 = '' where id = $1")).toBe("LM022");
    expect(await attempt("update report set withdrawn_at = now(), check_code = 'x' where id = $1")).toBe(
      "LM022",
    );
    expect(await attempt("delete from report where id = $1")).toBe("42501");
    expect(await attempt("update report_file set bytes = '' where report_id = $1")).toBe("42501");
    expect(await attempt("delete from report_file where report_id = $1")).toBe("42501");
  });

  it("can be checked by anyone, who learns nothing of the patient", async () => {
    const bench = await aBench();
    const { first, second } = await aCorrectedReport(bench);
    expect(await check(bench, second.checkCode)).toEqual({ result: "current", version: 2 });
    expect(await check(bench, first.checkCode)).toEqual({
      result: "superseded",
      version: 1,
      supersededBy: 2,
    });
    // As somebody types it from paper.
    const typed = second.checkCode.toLowerCase().replaceAll("-", " ");
    expect(await check(bench, typed)).toEqual({ result: "current", version: 2 });
    expect(await check(bench, "00000-00000-00000-00000")).toEqual({ result: "unknown" });
    expect(await check(bench, "nonsense")).toEqual({ result: "unknown" });
    const neighbour = await aBench();
    expect(await check(neighbour, second.checkCode)).toEqual({ result: "unknown" });
  });
});

describe("withdrawing a report", () => {
  it("takes every version and every result of the order back, and keeps them readable", async () => {
    const bench = await aBench();
    const { order, first, second } = await aCorrectedReport(bench);
    const withdrawn = await bench.pathologist.does(withdrawReport, {
      params: { reportId: second.id },
      body: { reason },
    });
    expect(withdrawn.withdrawReason).toBe(reason);
    for (const { checkCode } of [first, second]) {
      expect((await check(bench, checkCode)).result).toBe("withdrawn");
    }
    const result = await bench.tech.does(openResult, { params: { resultId: resultOf(order, "CREA") } });
    expect(result.versions.map(({ state, value }) => [state, value])).toEqual([
      ["withdrawn", "1.0"],
      ["withdrawn", "1.4"],
    ]);
    expect(
      (await bench.pathologist.does(openReport, { params: { reportId: first.id } })).content,
    ).not.toBeNull();
    expect(await facts(bench.lab, "report.withdrawn")).toEqual([{ reportId: second.id, orderId: order.id }]);
  });

  it("makes its results leave previous values and the patient's list", async () => {
    const bench = await aBench();
    const before = await aReleasedOrder(bench, { CREA: "1.0" }, { collectedAt: "2026-01-01T08:00:00Z" });
    const patientId = before.order.patient.id;
    const next = await anArrivedOrder(bench, {
      items: ["CREA"],
      patientId,
      collectedAt: "2026-02-01T08:00:00Z",
    });
    const previous = async () => {
      const grid = await bench.tech.does(openGrid, { params: { sampleId: tubeOf(next) } });
      return grid.groups[0]?.lines[0]?.previous?.value ?? null;
    };
    const listed = async () =>
      (await bench.tech.does(listPatientResults, { params: { patientId } })).data.length;
    expect([await previous(), await listed()]).toEqual(["1.0", 1]);
    await bench.pathologist.does(withdrawReport, {
      params: { reportId: before.report.id },
      body: { reason },
    });
    expect([await previous(), await listed()]).toEqual([null, 0]);
  });

  it("gives up an amendment under way, and leaves the order completed", async () => {
    const bench = await aBench();
    const { order, report } = await aReleasedOrder(bench, { CREA: "1.0" });
    const amendment = await bench.pathologist.does(amendResult, {
      params: { resultId: resultOf(order, "CREA") },
      body: { value: "1.4", reason: "Typed wrongly." },
      ifMatch: 4,
    });
    await bench.pathologist.does(withdrawReport, { params: { reportId: report.id }, body: { reason } });
    const given = await bench.tech.does(openResult, { params: { resultId: amendment.id } });
    expect(given).toMatchObject({ state: "cancelled", cancelReason: "The report was withdrawn." });
    expect((await bench.tech.does(openOrder, { params: { orderId: order.id } })).state).toBe("completed");
  });

  it("is done to the current version, once, by a pathologist who says why", async () => {
    const bench = await aBench();
    const { first, second } = await aCorrectedReport(bench);
    const withdraw = (who: Bench["tech"], reportId: string, body: object = { reason }) =>
      who.does(withdrawReport, { params: { reportId }, body });
    await expect(withdraw(bench.scientist, second.id)).rejects.toMatchObject({ code: "forbidden" });
    await expect(withdraw(bench.pathologist, second.id, {})).rejects.toMatchObject({
      code: "validation_failed",
    });
    await expect(withdraw(bench.pathologist, first.id)).rejects.toMatchObject({
      code: "illegal_move",
      message: expect.stringContaining("Withdraw version 2"),
    });
    const outcomes = await Promise.allSettled([
      withdraw(bench.pathologist, second.id),
      withdraw(await bench.lab.member("pathologist"), second.id),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});

describe("who reads reports", () => {
  it("shows a provider those of orders that name them, and answers for the others as for none", async () => {
    const bench = await aBench();
    const mine = await bench.lab.member("provider");
    const other = await bench.lab.member("provider");
    const providerId = await aProvider(bench.lab, { member: mine });
    await aProvider(bench.lab, { member: other });
    const { report } = await aReleasedOrder(bench, { CREA: "1.0" }, { providerId });
    await aReleasedOrder(bench, { CREA: "1.1" });

    const listed = await mine.does(listReports);
    expect(listed.data.map(({ id }) => id)).toEqual([report.id]);
    expect((await mine.does(openReport, { params: { reportId: report.id } })).content).not.toBeNull();
    await print(mine, report.id);

    expect((await other.does(listReports)).data).toEqual([]);
    const nothing = await other.does(openReport, { params: { reportId: newId() } }).catch((error) => error);
    for (const op of [openReport, printReport]) {
      const theirs = await other.does(op, { params: { reportId: report.id } }).catch((error) => error);
      expect([theirs.code, theirs.message]).toEqual(["not_found", nothing.message]);
    }
  });

  it("shows a provider of a withdrawn report that it is withdrawn, and nothing it said", async () => {
    const bench = await aBench();
    const mine = await bench.lab.member("provider");
    const providerId = await aProvider(bench.lab, { member: mine });
    const { report } = await aReleasedOrder(bench, { CREA: "1.0" }, { providerId });
    await bench.pathologist.does(withdrawReport, { params: { reportId: report.id }, body: { reason } });
    const seen = await mine.does(openReport, { params: { reportId: report.id } });
    expect(seen).toMatchObject({ content: null, withdrawReason: reason });
    await expect(print(mine, report.id)).rejects.toMatchObject({ code: "illegal_move" });
    await print(bench.pathologist, report.id);
  });

  it("lets a receptionist print, and the bench not", async () => {
    const bench = await aBench();
    const { report } = await aReleasedOrder(bench, { CREA: "1.0" });
    await print(await bench.lab.member("receptionist"), report.id);
    await expect(print(bench.tech, report.id)).rejects.toMatchObject({ code: "forbidden" });
  });

  it("S5 does not know the reports next door", async () => {
    const bench = await aBench();
    const neighbour = await aBench();
    const { report } = await aReleasedOrder(bench, { CREA: "1.0" });
    expect((await neighbour.pathologist.does(listReports)).data).toEqual([]);
    for (const op of [openReport, printReport]) {
      await expect(neighbour.pathologist.does(op, { params: { reportId: report.id } })).rejects.toMatchObject(
        { code: "not_found" },
      );
    }
    await expect(
      neighbour.pathologist.does(withdrawReport, { params: { reportId: report.id }, body: { reason } }),
    ).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("the list of reports", () => {
  it("goes on where the page before ended, the newest first, and finds by order, patient and status", async () => {
    const bench = await aBench();
    const { order, first, second } = await aCorrectedReport(bench);
    const other = await aReleasedOrder(bench, { CREA: "1.0" });
    const list = (query: object) => bench.pathologist.does(listReports, { query });
    const page = await list({ limit: "2" });
    expect(page.data.map(({ id }) => id)).toEqual([other.report.id, second.id]);
    const rest = await list({ limit: "2", cursor: page.nextCursor ?? "" });
    expect([rest.data.map(({ id }) => id), rest.hasMore]).toEqual([[first.id], false]);
    expect((await list({ orderId: order.id })).data).toHaveLength(2);
    expect((await list({ patientId: order.patient.id })).data).toHaveLength(2);
    expect((await list({ status: "preliminary" })).data).toEqual([]);
    await expect(list({ unknown: "1" })).rejects.toMatchObject({ code: "malformed_request" });
  });
});

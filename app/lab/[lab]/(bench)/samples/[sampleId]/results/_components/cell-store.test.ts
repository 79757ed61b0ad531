import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { newId } from "@/lib/core/ids";
import type { EnteredResult, ResultEntry } from "@/lib/results/schema";
import type { GridLine } from "@/lib/results/schema.queues";
import { aLine } from "@/tests/support/grid-line";
import { asEntered } from "./cell";
import { cellStore } from "./cell-store";
import type { EntryAnswer } from "./entry-answer";
import type { EntryDrafts, Kept } from "./entry-drafts";

/** A server that answers when it is told to, and a tab's memory. */
function aDesk(lines: GridLine[], kept: ReadonlyMap<string, Kept> = new Map()) {
  const sent: ResultEntry[][] = [];
  const answers: ((answer: EntryAnswer) => void)[] = [];
  const memory: { cells: Parameters<EntryDrafts["keep"]>[0] } = { cells: [] };
  const store = cellStore({
    lines,
    send: (entries) => {
      sent.push(entries);
      return new Promise((resolve) => answers.push(resolve));
    },
    drafts: {
      keep: (cells) => {
        memory.cells = cells;
      },
      read: () => kept,
    },
  });
  return {
    store,
    sent,
    memory,
    /** Types into a line and leaves it. */
    enter(line: GridLine, value: string) {
      store.type(line.resultId, { value });
      store.commit(line.resultId);
    },
    /** Answers the oldest unanswered call, and lets what follows from it happen. */
    async answer(make: (entries: ResultEntry[]) => EntryAnswer) {
      answers.shift()?.(make(sent.at(-answers.length - 1) ?? []));
      await vi.advanceTimersByTimeAsync(0);
    },
    status: (line: GridLine) => store.cells().find((cell) => cell.line.resultId === line.resultId)?.status,
    cell: (line: GridLine) => store.cells().find((cell) => cell.line.resultId === line.resultId),
  };
}

const lineOf = (code: string, wish: Partial<GridLine> = {}) =>
  aLine({ analyteCode: code, analyteName: code, ...wish });

function taking(lines: GridLine[]) {
  return (entries: ResultEntry[]): EntryAnswer => ({
    ok: true,
    value: {
      sampleId: newId(),
      results: entries.flatMap((entry): EnteredResult[] => {
        const line = lines.find(({ analyteCode }) => analyteCode === entry.analyteCode);
        if (!line) return [];
        const enteredAt = "2026-11-20T06:40:00.000Z";
        const saved = { state: "entered" as const, value: entry.value, flag: "N" as const, enteredAt };
        return [{ ...asEntered(line), ...saved, version: (entry.version ?? 1) + 1 }];
      }),
    },
  });
}

const refused = (more: Partial<Extract<EntryAnswer, { ok: false }>["problem"]>): EntryAnswer => ({
  ok: false,
  problem: { title: "Refused", detail: "This was not done.", status: 422, ...more },
});

beforeEach(() => {
  vi.useFakeTimers({ now: new Date("2026-11-20T06:40:00Z") });
});
afterEach(() => {
  vi.useRealTimers();
});

describe("values saving themselves", () => {
  it("sends one at once, and what is left meanwhile together", async () => {
    const lines = ["A", "B", "C", "D"].map((code) => lineOf(code));
    const [a, b, c, d] = lines as [GridLine, GridLine, GridLine, GridLine];
    const desk = aDesk(lines);
    desk.enter(a, "1");
    desk.enter(b, "2");
    desk.enter(c, "3");
    expect(desk.sent.map((each) => each.length)).toEqual([1]);
    expect(lines.map((line) => desk.status(line)?.is)).toEqual(["saving", "saving", "saving", "still"]);
    await desk.answer(taking(lines));
    desk.enter(d, "4");
    expect(desk.sent.map((each) => each.map(({ value }) => value))).toEqual([["1"], ["2", "3"]]);
    await desk.answer(taking(lines));
    await desk.answer(taking(lines));
    expect(lines.map((line) => desk.status(line)?.is)).toEqual(["saved", "saved", "saved", "saved"]);
    expect(lines.map((line) => desk.cell(line)?.line.value)).toEqual(["1", "2", "3", "4"]);
  });

  it("sends a value once, though Enter and the focus both leave its field", async () => {
    const line = lineOf("A");
    const desk = aDesk([line]);
    desk.enter(line, "1");
    desk.store.commit(line.resultId);
    await desk.answer(taking([line]));
    desk.store.commit(line.resultId);
    expect(desk.sent).toHaveLength(1);
  });

  it("keeps what is typed on while the value before is on its way, and saves it over that version", async () => {
    const line = lineOf("A");
    const desk = aDesk([line]);
    desk.enter(line, "1");
    desk.store.type(line.resultId, { value: "12" });
    await desk.answer(taking([line]));
    expect(desk.cell(line)).toMatchObject({
      typed: { value: "12" },
      line: { value: "1" },
      status: { is: "still" },
    });
    desk.store.commit(line.resultId);
    expect(desk.sent.at(-1)).toMatchObject([{ value: "12", version: 2 }]);
  });

  it("blames the value that is wrong, and sends the others again without it", async () => {
    const [a, b] = [lineOf("A"), lineOf("B")];
    const first = lineOf("X");
    const lines = [first, a, b];
    const desk = aDesk(lines);
    desk.enter(first, "0");
    desk.enter(a, "1");
    desk.enter(b, "2");
    await desk.answer(taking(lines));
    await desk.answer(() => refused({ errors: { "results.0.value": ["Too many decimals."] } }));
    expect(desk.status(a)).toEqual({ is: "invalid", why: "Too many decimals." });
    expect(desk.sent.at(-1)).toMatchObject([{ analyteCode: "B", value: "2" }]);
    await desk.answer(taking(lines));
    expect(desk.status(b)?.is).toBe("saved");
  });

  it("says what is wrong before it is sent", () => {
    const line = lineOf("A");
    const desk = aDesk([line]);
    desk.enter(line, "abc");
    expect(desk.status(line)?.is).toBe("invalid");
    expect(desk.sent).toEqual([]);
  });
});

describe("a lost network", () => {
  it("keeps the value and says so, and sends it again when its time has come", async () => {
    const line = lineOf("A");
    const desk = aDesk([line]);
    desk.enter(line, "1");
    await desk.answer(() => null);
    expect(desk.status(line)).toMatchObject({ is: "failed", retryAt: Date.now() + 4_000 });
    desk.store.retry((at) => at <= Date.now());
    expect(desk.sent).toHaveLength(1);
    vi.setSystemTime(Date.now() + 4_000);
    desk.store.retry((at) => at <= Date.now());
    await desk.answer(taking([line]));
    expect(desk.status(line)?.is).toBe("saved");
  });

  it("takes a value for saved whose answer was lost, and makes no conflict of it", async () => {
    const line = lineOf("A");
    const desk = aDesk([line]);
    desk.enter(line, "1");
    await desk.answer(() => null);
    desk.store.retry(() => true);
    const theirs = { ...asEntered(line), value: "1", version: 2, enteredAt: "2026-11-20T06:40:00.000Z" };
    await desk.answer(() => refused({ status: 412, members: { conflicts: [theirs] } }));
    expect(desk.cell(line)).toMatchObject({ line: { value: "1", version: 2 }, status: { is: "saved" } });
  });
});

describe("somebody else's value", () => {
  async function inConflict() {
    const line = lineOf("A", { value: "5", version: 2 });
    const desk = aDesk([line]);
    desk.enter(line, "6");
    const theirs = { ...asEntered(line), value: "7", version: 3, flag: "H" as const };
    await desk.answer(() => refused({ status: 412, members: { conflicts: [theirs] } }));
    return { line, desk };
  }

  it("stands beside one's own until one of them is taken; neither typing nor leaving decides", async () => {
    const { line, desk } = await inConflict();
    desk.store.type(line.resultId, { value: "8" });
    desk.store.commit(line.resultId);
    expect(desk.cell(line)).toMatchObject({ typed: { value: "6" }, status: { is: "conflict" } });
    expect(desk.sent).toHaveLength(1);
  });

  it("is taken with its flag and version", async () => {
    const { line, desk } = await inConflict();
    desk.store.take(line.resultId);
    expect(desk.cell(line)).toMatchObject({
      typed: { value: "7" },
      line: { value: "7", version: 3, flag: "H" },
    });
  });

  it("is written over, knowingly, with the version that was seen", async () => {
    const { line, desk } = await inConflict();
    desk.store.keep(line.resultId);
    expect(desk.sent.at(-1)).toMatchObject([{ value: "6", version: 3 }]);
    await desk.answer(taking([line]));
    expect(desk.cell(line)).toMatchObject({ line: { value: "6", version: 4 }, status: { is: "saved" } });
  });
});

describe("a reload", () => {
  const kept = (line: GridLine, value: string, wasLeft: boolean) =>
    new Map([
      [
        line.resultId,
        {
          typed: { value, comment: "", commentForReport: "", abnormal: null },
          version: line.version,
          wasLeft,
        },
      ],
    ]);

  it("sends what was left, and only shows what may be half a value", async () => {
    const [whole, half] = [lineOf("A"), lineOf("B")];
    const desk = aDesk([whole, half], new Map([...kept(whole, "12", true), ...kept(half, "1", false)]));
    desk.store.revive();
    expect(desk.sent).toMatchObject([[{ analyteCode: "A", value: "12" }]]);
    expect(desk.cell(half)).toMatchObject({ typed: { value: "1" }, status: { is: "unsent" } });
  });

  it("never writes over what somebody else saved meanwhile", () => {
    const line = lineOf("A");
    const desk = aDesk([{ ...line, value: "9", version: 2, state: "entered" }], kept(line, "12", true));
    desk.store.revive();
    expect(desk.sent).toEqual([]);
    expect(desk.cell(line)).toMatchObject({
      typed: { value: "12" },
      status: { is: "conflict", theirs: { value: "9" } },
    });
  });

  it("remembers in the tab whatever is not saved", async () => {
    const line = lineOf("A");
    const desk = aDesk([line]);
    desk.store.type(line.resultId, { value: "1" });
    expect(desk.memory.cells).toMatchObject([{ typed: { value: "1" } }]);
  });
});

describe("a page rendered anew", () => {
  it("brings the lines as they are and leaves what is being typed", () => {
    const [a, b] = [lineOf("A"), lineOf("B")];
    const desk = aDesk([a, b]);
    desk.store.type(a.resultId, { value: "1" });
    desk.store.adopt([a, { ...b, state: "verified", value: "2", version: 3 }]);
    expect(desk.cell(a)).toMatchObject({ typed: { value: "1" }, status: { is: "still" } });
    expect(desk.cell(b)).toMatchObject({ typed: { value: "2" }, line: { state: "verified" } });
  });

  it("says what was not saved of a line that was verified meanwhile", () => {
    const line = lineOf("A");
    const desk = aDesk([line]);
    desk.store.type(line.resultId, { value: "1" });
    const verified = { ...line, state: "verified" as const, value: "2", version: 3 };
    desk.store.adopt([{ ...verified, may: { ...line.may, enter: false } }]);
    expect(desk.status(line)).toMatchObject({
      is: "invalid",
      why: expect.stringContaining("1 was not saved"),
    });
  });
});

describe("Escape", () => {
  it("puts the saved value back", () => {
    const line = lineOf("A", { value: "5" });
    const desk = aDesk([line]);
    desk.store.type(line.resultId, { value: "6" });
    desk.store.restore(line.resultId);
    expect(desk.cell(line)).toMatchObject({ typed: { value: "5" }, status: { is: "saved" } });
  });

  it("puts back what is on its way, which is as good as saved", () => {
    const line = lineOf("A", { value: "5" });
    const desk = aDesk([line]);
    desk.enter(line, "6");
    desk.store.type(line.resultId, { value: "67" });
    desk.store.restore(line.resultId);
    expect(desk.cell(line)).toMatchObject({ typed: { value: "6" }, status: { is: "saving" } });
  });
});

import { describe, expect, it } from "vitest";
import type { Scanned, ScanOutcome } from "@/lib/samples/schema";
import {
  askedLine,
  hasArrived,
  type Move,
  moved,
  newStation,
  nextToSend,
  type Station,
  stoppedLine,
} from "./station";

const AT = "2026-11-20T06:47:00.000Z";
const TUBE = "261120-00042-1";
const OTHER = "261120-00047-1";

function answer(outcome: ScanOutcome, barcode = TUBE, accessionedAt: string | null = AT): Scanned {
  return {
    outcome,
    said: "",
    next: null,
    sample: {
      id: `id of ${barcode}`,
      version: 2,
      barcode,
      state: "accessioned",
      sampleTypeName: "Serum, gel",
      container: "Serum tube",
      cap: "gold",
      accessionedAt,
    },
    order: null,
    patient: { mrn: "PATID1234", birthDate: "1961-06-15" },
  };
}

const scan = (barcode: string, id = barcode): Move => ({ do: "scan", barcode, id, at: AT });
const stationAfter = (...moves: Move[]): Station => moves.reduce(moved, newStation(AT));
const sent = (id: string, scanned: Scanned): Move[] => [
  { do: "send", id },
  { do: "answer", id, scanned },
];

describe("the scan station", () => {
  it("takes many tubes in a row and sends them one at a time, in order", () => {
    const station = stationAfter(scan("A-1"), scan("B-1"), scan("C-1"));
    expect(nextToSend(station)?.barcode).toBe("A-1");
    const sending = moved(station, { do: "send", id: "A-1" });
    expect(nextToSend(sending)).toBeNull();
    expect(
      nextToSend(moved(sending, { do: "answer", id: "A-1", scanned: answer("accessioned", "A-1") }))?.barcode,
    ).toBe("B-1");
  });

  it("counts a tube once that is scanned twice before the answer comes", () => {
    const station = stationAfter(scan(TUBE, "first"), scan(TUBE, "second"));
    expect(station.lines.map(({ status }) => status)).toEqual(["twice", "waiting"]);
    expect(station.lines.filter(({ status }) => status === "waiting")).toHaveLength(1);
  });

  it("asks the laboratory again about a tube that has arrived: it may be rejected since", () => {
    const station = stationAfter(
      scan(TUBE, "first"),
      ...sent("first", answer("accessioned")),
      scan(TUBE, "second"),
    );
    expect(nextToSend(station)?.id).toBe("second");
    const twice = moved(station, { do: "answer", id: "second", scanned: answer("already_accessioned") });
    expect(twice.lines.filter(hasArrived)).toHaveLength(1);
  });

  it.each(["rejected", "cancelled", "another_order", "order_number", "unknown_number"] as const)(
    "stops when the answer is %s, and sends nothing until the tube is set aside",
    (outcome) => {
      const station = stationAfter(scan(TUBE), scan(OTHER), ...sent(TUBE, answer(outcome)));
      expect(stoppedLine(station)?.barcode).toBe(TUBE);
      expect(nextToSend(station)).toBeNull();
      expect(nextToSend(moved(station, { do: "setAside" }))?.barcode).toBe(OTHER);
    },
  );

  it("does not count what is scanned while it is stopped, and says so", () => {
    const station = stationAfter(scan(TUBE), ...sent(TUBE, answer("rejected")), scan(OTHER));
    expect(station.lines).toHaveLength(1);
    expect(station.ignored).toBe(OTHER);
    expect(stoppedLine(station)?.barcode).toBe(TUBE);
  });

  it("goes on when the refused tube is scanned once more", () => {
    const station = stationAfter(scan(TUBE), ...sent(TUBE, answer("rejected")), scan(TUBE, "again"));
    expect(station.stopped).toBeNull();
    expect(station.lines).toHaveLength(1);
  });

  it("asks when nobody recorded the collection, and sends the tube with what was told", () => {
    const asked = stationAfter(
      scan(TUBE),
      scan(OTHER),
      ...sent(TUBE, answer("collection_not_known", TUBE, null)),
    );
    expect(askedLine(asked)?.barcode).toBe(TUBE);
    const told = moved(asked, { do: "tell", id: TUBE, told: { collectionNotRecorded: true } });
    expect(nextToSend(told)).toMatchObject({ barcode: TUBE, told: { collectionNotRecorded: true } });
  });

  it("asks again when the time that was told is refused", () => {
    const told = stationAfter(
      scan(TUBE),
      ...sent(TUBE, answer("collection_not_known", TUBE, null)),
      { do: "tell", id: TUBE, told: { collectedAt: "2027-01-01T00:00:00.000Z" } },
      { do: "send", id: TUBE },
      { do: "untell", id: TUBE },
    );
    expect(askedLine(told)).toMatchObject({ barcode: TUBE, told: null });
  });

  it("answers for the next tube while a question is open, so that none gets into the rack unseen", () => {
    const asked = stationAfter(
      scan(TUBE),
      scan(OTHER),
      ...sent(TUBE, answer("collection_not_known", TUBE, null)),
    );
    expect(nextToSend(asked)?.barcode).toBe(OTHER);
    const both = stationAfter(
      scan(TUBE),
      scan(OTHER),
      ...sent(TUBE, answer("collection_not_known", TUBE, null)),
      ...sent(OTHER, answer("collection_not_known", OTHER, null)),
    );
    expect(askedLine(both)?.barcode).toBe(TUBE);
  });

  it("counts a tube as not received when its question is left open", () => {
    const asked = stationAfter(
      scan(TUBE),
      scan(OTHER),
      ...sent(TUBE, answer("collection_not_known", TUBE, null)),
    );
    const left = moved(asked, { do: "leave", id: TUBE });
    expect(askedLine(left)).toBeNull();
    expect(left.lines.filter(hasArrived)).toHaveLength(0);
  });

  it("sends again what was on its way when the page was loaded anew, and counts it once", () => {
    const reloaded = stationAfter({
      do: "restore",
      station: stationAfter(scan(TUBE), { do: "send", id: TUBE }),
    });
    expect(nextToSend(reloaded)?.barcode).toBe(TUBE);
    const answered = moved(reloaded, { do: "answer", id: TUBE, scanned: answer("already_accessioned") });
    expect(answered.lines.filter(hasArrived)).toHaveLength(1);
  });

  it("keeps a tube for later when the network is lost", () => {
    const lost = stationAfter(scan(TUBE), { do: "send", id: TUBE }, { do: "unsent", id: TUBE });
    expect(nextToSend(lost)).toMatchObject({ barcode: TUBE, isSentAgain: true });
  });

  it("does not claim an arrival of yesterday for a scan that was sent again", () => {
    const lost = stationAfter(scan(TUBE), { do: "send", id: TUBE }, { do: "unsent", id: TUBE });
    const before = answer("already_accessioned", TUBE, "2026-11-19T10:00:00.000Z");
    expect(moved(lost, { do: "answer", id: TUBE, scanned: before }).lines.filter(hasArrived)).toHaveLength(0);
  });

  it("notes at its line that a tube was rejected after it had arrived", () => {
    const station = stationAfter(scan(TUBE), ...sent(TUBE, answer("accessioned")), {
      do: "reject",
      sampleId: `id of ${TUBE}`,
      rejection: "haemolysed",
    });
    expect(station.lines[0]?.rejection).toBe("haemolysed");
  });

  it("begins a new rack without forgetting what is not sent yet", () => {
    const station = stationAfter(scan(TUBE), ...sent(TUBE, answer("accessioned")), scan(OTHER), {
      do: "begin",
      at: "2026-11-20T07:00:00.000Z",
    });
    expect(station.lines.map(({ barcode }) => barcode)).toEqual([OTHER]);
    expect(station.since).toBe("2026-11-20T07:00:00.000Z");
  });
});

"use client";

import { Keyboard, Volume2, VolumeX } from "lucide-react";
import { useCallback, useState } from "react";
import { Screen } from "@/components/lab/screen";
import { Button } from "@/components/ui/button";
import { Id } from "@/components/ui/id";
import type { Choice } from "@/components/ui/select";
import { Refused } from "../../_components/refused";
import { AskCollection } from "./ask-collection";
import { Rack } from "./rack";
import { RefusedTube } from "./refused-tube";
import { ScanField } from "./scan-field";
import { ScanList } from "./scan-list";
import { askedLine, hasArrived, type Line, stoppedLine } from "./station";
import { soundRefusal } from "./tones";
import { useSound } from "./use-sound";
import { useStation } from "./use-station";

type AccessionStationProps = {
  now: string;
  zone: string;
  /** The order whose tubes are being received; null takes any. */
  order: { id: string; accessionNumber: string } | null;
  collected: { count: number; isMore: boolean } | null;
  reasons: readonly Choice[] | null;
};

/** The scan station: a field that is always ready, what must be answered now, and what was scanned. */
export function AccessionStation({ now, zone, order, collected, reasons }: AccessionStationProps) {
  const [isSoundOn, setSound] = useSound();
  const [byHand, setByHand] = useState(false);
  const onRefused = useCallback(() => {
    if (isSoundOn) soundRefusal();
  }, [isSoundOn]);
  const { station, move, trouble, retry, untold, scan } = useStation({
    now,
    orderId: order?.id ?? null,
    onRefused,
  });
  const stopped = stoppedLine(station);
  const asked = stopped ? null : askedLine(station);
  const setAside = useCallback(() => move({ do: "setAside" }), [move]);

  function read(barcode: string) {
    scan(barcode);
    // What is scanned while stopped is not counted; it must not sound as if it were.
    if (stopped && stopped.barcode !== barcode) onRefused();
  }

  const waiting = station.lines.filter(({ status }) => status === "waiting").length;
  return (
    <Screen
      find={false}
      crumbs={[
        {
          label: order ? (
            <>
              Accession of <Id>{order.accessionNumber}</Id>
            </>
          ) : (
            "Accession"
          ),
        },
      ]}
      bar={
        <>
          <Button look="quiet" aria-pressed={isSoundOn} onClick={() => setSound(!isSoundOn)}>
            {isSoundOn ? <Volume2 aria-hidden="true" /> : <VolumeX aria-hidden="true" />}
            {isSoundOn ? "Sound on" : "Sound off"}
          </Button>
          <ByHand isOn={byHand} onChange={setByHand} />
        </>
      }
    >
      <h1 className="sr-only">Accession</h1>
      <div className="grid grid-cols-[minmax(0,1fr)_264px] gap-10 max-[1100px]:grid-cols-1 max-[1100px]:gap-7">
        <div className="grid min-w-0 content-start gap-4">
          <ScanField onScan={read} isPaused={stopped !== null} byHand={byHand} />
          <div className="md:hidden">
            <ByHand isOn={byHand} onChange={setByHand} />
          </div>
          {trouble && (
            <div className="grid gap-2">
              <Refused problem={{ ...trouble, detail: `${trouble.detail} ${waitingWords(waiting)}` }} />
              <Button size="small" className="justify-self-start" onClick={retry}>
                Send them now
              </Button>
            </div>
          )}
          {stopped?.scanned && (
            <RefusedTube
              scanned={stopped.scanned}
              ignored={station.ignored}
              isSoundOn={isSoundOn}
              onSetAside={setAside}
            />
          )}
          {asked && (
            <AskCollection
              key={asked.id}
              line={asked}
              zone={zone}
              problem={untold}
              others={station.lines.filter(({ status }) => status === "asked").length - 1}
              onScan={read}
              onTell={(told) => move({ do: "tell", id: asked.id, told })}
              onLeave={() => move({ do: "leave", id: asked.id })}
            />
          )}
          <ScanList
            lines={station.lines}
            zone={zone}
            reasons={reasons}
            onRejected={(sampleId, rejection) => move({ do: "reject", sampleId, rejection })}
          />
        </div>
        <Rack
          station={station}
          zone={zone}
          awaited={onTheirWay(collected, station.lines, now)}
          onBegin={() => move({ do: "begin", at: new Date().toISOString() })}
        />
      </div>
    </Screen>
  );
}

function ByHand({ isOn, onChange }: { isOn: boolean; onChange: (isOn: boolean) => void }) {
  return (
    <Button aria-pressed={isOn} onClick={() => onChange(!isOn)}>
      <Keyboard aria-hidden="true" />
      {isOn ? "Scan again" : "Type by hand"}
    </Button>
  );
}

const waitingWords = (count: number) =>
  count === 1 ? "1 tube waits here to be sent." : `${count} tubes wait here to be sent.`;

/** The page's number, less what has arrived since: what came uncollected was never on its way. */
function onTheirWay(collected: AccessionStationProps["collected"], lines: readonly Line[], since: string) {
  if (!collected || collected.isMore) return collected;
  const arrived = lines.filter((line) => hasArrived(line) && line.told === null && line.at > since);
  return { ...collected, count: Math.max(0, collected.count - arrived.length) };
}

import type { ReactNode } from "react";
import { Flag } from "@/components/lab/flag";
import { IntervalGlyph } from "@/components/lab/interval-glyph";
import { intervalPicture } from "@/components/lab/interval-picture";
import { StateMark } from "@/components/lab/state-mark";
import { cx } from "@/components/ui/cx";
import { Num } from "@/components/ui/num";
import { decimalsIn, splitNumber } from "@/components/ui/number-text";
import { Section } from "@/components/ui/section";
import { Cell, Head, Row, Table, TableBody, TableHead } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { OnDay, Time } from "@/components/ui/time";
import type { OrderLine, WholeOrder } from "@/lib/billing/schema.order-page";
import { formatDate } from "@/lib/core/dates";
import { unitWords } from "@/lib/core/unit-words";
import { CancelItemButton } from "./cancel-item-button";
import { FoldedLines } from "./folded-lines";
import { type ItemSection, isRemarkable, sectionNote, sectionState } from "./item-sections";
import { ResultActions } from "./result-actions";

type ItemResultsProps = { section: ItemSection; order: WholeOrder; zone: string };

/** What was ordered as one: how far it is, and its values on their intervals. */
export function ItemResults({ section, order, zone }: ItemResultsProps) {
  const { item, lines, remarkable, quiet } = section;
  const { state, words } = sectionState(section);
  const cancels = order.may.cancelItems.includes(item.id);
  const shown = { lines, zone, decimals: decimalsIn(lines.flatMap(({ value }) => value ?? [])) };
  return (
    <Section
      title={item.name}
      note={section.results.length > 0 ? sectionNote(section) : undefined}
      aside={
        <>
          {section.results.length > 0 ? (
            <StateMark kind="result" state={state} label={words ?? undefined} />
          ) : (
            <span className="text-ink-3">measured with another item</span>
          )}
          {cancels && <CancelItemButton order={order} item={item} />}
        </>
      }
    >
      {lines.some((line) => line.value !== null || isRemarkable(line)) && (
        <Table
          label={`Results of ${item.name}`}
          // A head over nothing but a fold says nothing.
          className={cx("md:table-fixed", remarkable.length === 0 && "has-data-folded:[&_thead]:hidden")}
        >
          <TableHead>
            <Head>Analyte</Head>
            <Head className="w-14">Flag</Head>
            <Head end className="w-26">
              Value
            </Head>
            <Head className="w-22">Unit</Head>
            <Head className="w-44">Interval</Head>
            <Head className="w-36 max-lg:hidden">On its interval</Head>
            <Head end hidden={lines.every(({ previous }) => !previous)} className="w-24 max-lg:hidden">
              {beforeWords(lines, zone)}
            </Head>
          </TableHead>
          <TableBody>
            {remarkable.map((line) => (
              <ResultRow key={line.id} line={line} {...shown} />
            ))}
          </TableBody>
          {quiet.length > 0 && (
            <FoldedLines label={foldWords(quiet)} columns={{ always: 5, wide: 2 }}>
              {quiet.map((line) => (
                <ResultRow key={line.id} line={line} {...shown} />
              ))}
            </FoldedLines>
          )}
        </Table>
      )}
    </Section>
  );
}

type ResultRowProps = { line: OrderLine; lines: readonly OrderLine[]; zone: string; decimals: number };

function ResultRow({ line, lines, zone, decimals }: ResultRowProps) {
  const { value, interval, flag, previous } = line;
  const isText = value !== null && splitNumber(value) === null;
  const { low = null, high = null } = interval ?? {};
  return (
    <Row>
      <Cell row phone="lead" className="text-start font-normal">
        <span className={line.state === "cancelled" ? "text-ink-3 line-through" : undefined}>
          {line.analyteName}
        </span>
        <Marks line={line} />
        <ResultActions line={line} />
      </Cell>
      <Cell phone="lead-end">{value !== null && <Flag flag={flag} />}</Cell>
      {isText ? (
        <Cell phone="sub" colSpan={3} className="ps-6! font-medium max-md:ps-0!">
          {value}
        </Cell>
      ) : (
        <>
          <Cell phone="sub" end className="font-strong max-md:text-start!">
            <Value line={line} decimals={decimals} />{" "}
            <span className="font-normal md:hidden">{unitWords(line.unit)}</span>
          </Cell>
          <Cell phone="none" className="text-ink-3">
            {unitWords(line.unit)}
          </Cell>
          <Cell
            phone={interval?.text ? "line" : "sub-end"}
            className={interval?.text ? "text-xs text-ink-2" : "text-ink-2"}
          >
            {interval?.words}
          </Cell>
        </>
      )}
      <Cell phone="none" className="max-lg:hidden">
        {value !== null && (
          <IntervalGlyph
            picture={intervalPicture({ value, low, high, flag, previous: previous?.value })}
            label={`${value} against ${interval?.words ?? "no interval"}`}
          />
        )}
      </Cell>
      <Cell phone="none" end className="text-ink-3 max-lg:hidden">
        {previous && (
          <OnDay at={previous.at} zone={zone}>
            <Num
              value={previous.value}
              decimals={decimalsIn(lines.flatMap((each) => each.previous?.value ?? []))}
            />
          </OnDay>
        )}
      </Cell>
    </Row>
  );
}

function Value({ line, decimals }: { line: OrderLine; decimals: number }) {
  if (line.notReported) return <span className="font-normal text-ink-3">not reported</span>;
  if (line.value === null) return <StateMark kind="result" state={line.state} />;
  return <Num value={line.value} decimals={decimals} />;
}

function Marks({ line }: { line: OrderLine }) {
  const { amendReason, isBeingAmended, callIsOpen, state, cancelReason, commentForReport } = line;
  return (
    <>
      {amendReason && (
        <Tag className="ms-2">
          <span title={amendReason}>corrected</span>
        </Tag>
      )}
      {isBeingAmended && (
        <Tag look="warn" className="ms-2">
          being amended
        </Tag>
      )}
      {callIsOpen && (
        <Tag look="warn" className="ms-2">
          call open
        </Tag>
      )}
      {state === "withdrawn" && (
        <Tag look="warn" className="ms-2">
          withdrawn
        </Tag>
      )}
      {state === "cancelled" && cancelReason && (
        <span className="ms-2 text-xs text-ink-3">{cancelReason}</span>
      )}
      {commentForReport && <span className="block text-xs text-ink-2">{commentForReport}</span>}
    </>
  );
}

/** The day of the values before, where all are of one day; each says its own otherwise. */
function beforeWords(lines: readonly OrderLine[], zone: string): ReactNode {
  const before = lines.flatMap(({ previous }) => previous?.at ?? []);
  const days = new Set(before.map((at) => formatDate(new Date(at), zone)));
  const [at] = before;
  return days.size === 1 && at ? <Time at={at} zone={zone} form="date" /> : "Before";
}

function foldWords(quiet: readonly OrderLine[]): string {
  const count = quiet.length;
  if (quiet.every(({ value }) => value === null)) return `${count} lines that have no value yet`;
  return `${count} lines inside their interval or unremarkable`;
}

/** What was ordered and is not done, with its reason. */
export function CancelledItems({ items }: { items: WholeOrder["items"] }) {
  const cancelled = items.filter(({ cancelledAt }) => cancelledAt !== null);
  if (cancelled.length === 0) return null;
  return (
    <Section title="Cancelled">
      <ul>
        {cancelled.map((item) => (
          <li key={item.id} className="flex flex-wrap gap-x-4 border-b border-line py-1.5">
            <span className="text-ink-3 line-through">{item.name}</span>
            <span className="text-ink-2">{item.cancelReason}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

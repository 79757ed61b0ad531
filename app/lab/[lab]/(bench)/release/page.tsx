import type { Metadata } from "next";
import { Screen } from "@/components/lab/screen";
import { LinkButton } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { Id } from "@/components/ui/id";
import { PageHead } from "@/components/ui/page-head";
import { load } from "@/lib/api/load";
import { now } from "@/lib/core/clock";
import { releaseQueue } from "@/lib/results/operations/release-queue";
import type { ToRelease } from "@/lib/results/schema.queues";
import { OrderMarks } from "../_components/order-marks";
import { bornWords } from "../_components/person-words";
import { FlagsOfQueue, TurnaroundOf } from "../_components/queue-cells";
import { ShownName } from "../_components/shown-name";
import { benchActor } from "../bench-actor";
import { ReleaseButton } from "./_components/release-button";
import { missingWords } from "./missing-words";

export const metadata: Metadata = { title: "Release" };

export default async function ReleasePage() {
  await benchActor("result:release");
  const queue = await load(releaseQueue, { query: {} });
  return (
    <Screen crumbs={[{ label: "Release" }]}>
      <PageHead
        title="Release"
        note="Orders with verified results. A release makes one numbered version of the order's report."
      />
      {queue.data.length === 0 ? (
        <Empty title="Nothing waits for release">Orders come here when results of theirs are verified.</Empty>
      ) : (
        <ul>
          {queue.data.map((order) => (
            <Waiting key={order.orderId} order={order} at={now()} />
          ))}
        </ul>
      )}
      {queue.hasMore && <p className="mt-3 text-ink-3">More follow. They move up as these are released.</p>}
    </Screen>
  );
}

/** One order, what it says and what it lacks, with the patient beside the act. */
function Waiting({ order, at }: { order: ToRelease; at: Date }) {
  const { patient, missing } = order;
  return (
    <li
      id={order.orderId}
      className="grid scroll-mt-16 grid-cols-[minmax(0,1fr)_auto] gap-x-6 gap-y-2 border-b border-line py-3.5 max-md:grid-cols-1"
    >
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="text-base font-strong wrap-anywhere">
            <ShownName>{patient.displayName}</ShownName>
          </span>
          <span className="text-ink-2">
            <Id>{patient.mrn}</Id> · born {bornWords(patient)}
          </span>
          <OrderMarks priority={order.priority} />
        </p>
        <p className="mt-0.5 text-ink-2">
          <Id>{order.accessionNumber}</Id> · {order.tests.join(", ")}
          {order.requester && ` · for ${order.requester}`}
        </p>
        <p className="mt-1.5 flex flex-wrap items-center gap-x-4 gap-y-1">
          <FlagsOfQueue flags={order.flags} />
          <span>{order.verified === 1 ? "1 line verified" : `${order.verified} lines verified`}</span>
          {missing.length > 0 && (
            <span className="text-warn">A final report waits for {missingWords(missing)}</span>
          )}
          {order.openCalls > 0 && <span className="text-danger">Critical call still open</span>}
          <TurnaroundOf dueAt={order.dueAt} since={null} now={at} />
        </p>
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <LinkButton href={`/orders/${order.orderId}`} prefetch={false}>
          Look through
        </LinkButton>
        <ReleaseButton order={order} />
      </div>
    </li>
  );
}

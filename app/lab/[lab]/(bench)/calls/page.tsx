import type { Metadata } from "next";
import { Screen } from "@/components/lab/screen";
import { Empty } from "@/components/ui/empty";
import { PageHead } from "@/components/ui/page-head";
import { load } from "@/lib/api/load";
import { may } from "@/lib/core/actor";
import { now } from "@/lib/core/clock";
import { openCriticals } from "@/lib/results/operations/open-criticals";
import { OpenCall } from "../_dashboard/open-calls";
import { benchActor } from "../bench-actor";

export const metadata: Metadata = { title: "Critical calls" };

export default async function CallsPage() {
  const actor = await benchActor("critical:record");
  const calls = await load(openCriticals, { query: {} });
  return (
    <Screen crumbs={[{ label: "Critical calls" }]}>
      <PageHead
        title="Critical calls"
        note="Critical values that nobody was told of yet. Each attempt is kept; a call leaves this list when somebody was reached."
      />
      {calls.data.length === 0 ? (
        <Empty title="No call is open">A critical value is here as soon as it is entered.</Empty>
      ) : (
        <div className="grid gap-3">
          {calls.data.map((call) => (
            <OpenCall
              key={call.result.id}
              call={call}
              zone={actor.laboratory.timeZone}
              now={now()}
              mayRecord={may(actor, "critical:record")}
            />
          ))}
        </div>
      )}
    </Screen>
  );
}

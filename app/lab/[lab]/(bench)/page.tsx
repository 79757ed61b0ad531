import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Screen } from "@/components/lab/screen";
import { Time } from "@/components/ui/time";
import { load } from "@/lib/api/load";
import { may } from "@/lib/core/actor";
import { openDashboard } from "@/lib/dashboard/operations/open-dashboard";
import { KeepFresh } from "./_components/keep-fresh";
import { ArrivalsChart } from "./_dashboard/arrivals-chart";
import { Arriving } from "./_dashboard/arriving";
import { InvoicesPart } from "./_dashboard/invoices-part";
import { IssuedToday } from "./_dashboard/issued-today";
import { leadSentence } from "./_dashboard/lead-sentence";
import { OpenCalls } from "./_dashboard/open-calls";
import { ToCollect } from "./_dashboard/to-collect";
import { ToReleasePart } from "./_dashboard/to-release";
import { ToVerifyPart } from "./_dashboard/to-verify";
import { TodayFlow } from "./_dashboard/today-flow";
import { WaitForEntry } from "./_dashboard/wait-for-entry";
import { benchActor } from "./bench-actor";

export const metadata: Metadata = { title: "Dashboard" };

export default async function DashboardPage() {
  const actor = await benchActor();
  // Providers come for their orders.
  if (actor.member && !may(actor, "dashboard:read") && may(actor, "order:read")) redirect("/orders");
  const dashboard = await load(openDashboard);
  const { calls, verification, release, entry, collection, arriving, reports, invoices } = dashboard;
  const zone = actor.laboratory.timeZone;
  const now = new Date(dashboard.at);
  const entersFirst = may(actor, "result:enter") && !verification?.waiting;
  return (
    <Screen crumbs={[{ label: "Dashboard" }]}>
      <KeepFresh />
      <header className="mb-5 flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <h1 className="text-xl text-balance max-md:text-[1.25rem] max-md:leading-6.5">
          {leadSentence(dashboard, actor)}
        </h1>
        <p className="text-ink-2">
          <Time at={now} zone={zone} form="long" />, <Time at={now} zone={zone} form="time" />
        </p>
      </header>
      {calls && <OpenCalls calls={calls} zone={zone} now={now} mayRecord={may(actor, "critical:record")} />}
      <div className="grid gap-x-10 gap-y-7 min-[1100px]:grid-cols-[minmax(0,1fr)_300px]">
        <div className="min-w-0 empty:hidden">
          {release && <ToReleasePart queue={release} now={now} />}
          {verification && <ToVerifyPart queue={verification} now={now} />}
          {entry && <WaitForEntry entry={entry} now={now} zone={zone} isTheirWork={entersFirst} />}
          {arriving && <Arriving queue={arriving} zone={zone} />}
          {collection && <ToCollect queue={collection} zone={zone} collects={may(actor, "sample:collect")} />}
          {invoices && <InvoicesPart invoices={invoices} />}
          {reports && <IssuedToday queue={reports} zone={zone} />}
        </div>
        <div>
          <TodayFlow flow={dashboard.flow} />
          <ArrivalsChart arrivals={dashboard.arrivals} weekday={weekdayOf(now, zone)} />
        </div>
      </div>
    </Screen>
  );
}

function weekdayOf(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat("en-GB", { weekday: "long", timeZone }).format(at);
}

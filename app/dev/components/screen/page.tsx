import { Printer } from "lucide-react";
import { SampleShell } from "@/app/dev/components/sample-shell";
import { CriticalCall } from "@/components/lab/critical-call";
import { Flag } from "@/components/lab/flag";
import { IdentityStrip } from "@/components/lab/identity-strip";
import { IntervalGlyph } from "@/components/lab/interval-glyph";
import { intervalPicture } from "@/components/lab/interval-picture";
import { Screen } from "@/components/lab/screen";
import { StateMark } from "@/components/lab/state-mark";
import { Timeline } from "@/components/lab/timeline";
import { Tube } from "@/components/lab/tube";
import { TurnaroundBar } from "@/components/lab/turnaround-bar";
import { VersionList } from "@/components/lab/version-list";
import { Button, LinkButton } from "@/components/ui/button";
import { DescriptionList } from "@/components/ui/description-list";
import { Id } from "@/components/ui/id";
import { Money } from "@/components/ui/money";
import { Num } from "@/components/ui/num";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { Cell, Head, Row, RowLink, Table, TableBody, TableHead, TwoLines } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";

export const metadata = { title: "A screen" };

const identity = {
  family: "Jones",
  given: "William",
  mrn: "PATID1234",
  born: "15 Jun 1961",
  sex: "Male",
  age: "65 years",
};

const samples = [
  { id: "261120-00042-1", type: "Blood, EDTA", cap: "lavender", test: "Full blood count", elapsed: 88 },
  { id: "261120-00042-3", type: "Serum, gel", cap: "gold", test: "Lipid profile", elapsed: 24 },
] as const;

const results = [
  { name: "Haemoglobin", value: "12.5", unit: "g/dL", low: "13", high: "18", flag: "L", before: "13.8" },
  {
    name: "Leukocytes",
    value: "105600",
    unit: "cells/µL",
    low: "4300",
    high: "10800",
    flag: "HH",
    before: "9800",
  },
  { name: "Basophils", value: "≤0.01", unit: "10³/µL", low: "0", high: "0.3", flag: "N", before: "0.1" },
  {
    name: "Anisocytosis",
    value: "Moderate",
    unit: "",
    low: null,
    high: null,
    flag: "A",
    before: "None seen",
  },
] as const;

export default function ScreenPage() {
  return (
    <SampleShell>
      <Screen
        crumbs={[{ label: "Orders", href: "/dev/orders" }, { label: <Id>261120-00042</Id> }]}
        identity={
          <IdentityStrip identity={identity} more={[{ term: "Requester", value: "Dr. Nicholas Radon" }]}>
            <LinkButton size="small" href="/dev/orders">
              All orders of this patient
            </LinkButton>
          </IdentityStrip>
        }
        aside={<Aside />}
      >
        <PageHead
          title={
            <>
              Order <Id>261120-00042</Id>
            </>
          }
          marks={
            <>
              <StateMark kind="order" state="completed" />
              <Tag look="strong">Urgent</Tag>
              <Tag>Fasting 12 hours</Tag>
            </>
          }
          note="Full blood count with differential, lipid profile. Placed 20 Nov 2026, 06:12 by reception."
          actions={
            <LinkButton href="/dev/report">
              <Printer aria-hidden="true" />
              Report, version 3
            </LinkButton>
          }
        />
        <CriticalCall
          flag="HH"
          analyte="Leukocytes"
          value="105600"
          unit="cells/µL"
          patient={identity}
          requester="Dr. Nicholas Radon"
          told="nobody told yet"
          open="6 min open"
          action={<Button>Record the call</Button>}
        />
        <Section title="Samples" count={2} note="2 past their turnaround" className="mt-7">
          <Table label="Samples" tall>
            <TableHead>
              <Head>Barcode</Head>
              <Head>Test</Head>
              <Head>State</Head>
              <Head sort={{ href: "?sort=turnaround", now: "ascending" }} className="w-59">
                Turnaround
              </Head>
              <Head hidden>Action</Head>
            </TableHead>
            <TableBody>
              {samples.map(({ id, type, cap, test, elapsed }) => (
                <Row key={id}>
                  <Cell phone="lead">
                    <Tube cap={cap} /> <RowLink href={`/dev/${id}`}>{<Id>{id}</Id>}</RowLink>
                  </Cell>
                  <Cell phone="sub">
                    <TwoLines first={test} second={type} />
                  </Cell>
                  <Cell phone="sub-end">
                    <StateMark kind="sample" state="in_process" />
                  </Cell>
                  <Cell phone="lead-end">
                    <TurnaroundBar elapsedMinutes={elapsed} limitMinutes={60} />
                  </Cell>
                  <Cell phone="none" end>
                    <Button size="small" className="relative">
                      Verify
                    </Button>
                  </Cell>
                </Row>
              ))}
            </TableBody>
          </Table>
        </Section>
        <Section
          title="Full blood count"
          note="28 lines, 9 flagged"
          aside={<StateMark kind="result" state="released" />}
        >
          <Table label="Full blood count">
            <TableHead>
              <Head>Analyte</Head>
              <Head>Flag</Head>
              <Head end>Value</Head>
              <Head>Unit</Head>
              <Head>Interval</Head>
              <Head className="w-36">On its interval</Head>
              <Head end>12 May 26</Head>
            </TableHead>
            <TableBody>
              {results.map((line) => (
                <Row key={line.name}>
                  <Cell row phone="lead">
                    {line.name}
                  </Cell>
                  <Cell phone="lead-end">
                    <Flag flag={line.flag} />
                  </Cell>
                  <Cell phone="sub" end className="font-strong max-md:text-start!">
                    <Num value={line.value} decimals={2} />{" "}
                    <span className="font-normal md:hidden">{line.unit}</span>
                  </Cell>
                  <Cell phone="none" className="text-ink-3">
                    {line.unit}
                  </Cell>
                  <Cell phone="sub-end" className="whitespace-nowrap text-ink-2">
                    {line.low && (
                      <>
                        <Num value={line.low} /> – <Num value={line.high} />
                      </>
                    )}
                  </Cell>
                  <Cell phone="none">
                    <IntervalGlyph picture={intervalPicture({ ...line, previous: line.before })} />
                  </Cell>
                  <Cell phone="none" end className="text-ink-3">
                    <Num value={line.before} decimals={2} />
                  </Cell>
                </Row>
              ))}
            </TableBody>
          </Table>
        </Section>
        <Section title="Invoice" aside={<StateMark kind="invoice" state="part_paid" />}>
          <DescriptionList
            layout="above"
            className="border-y border-line-strong py-2.5"
            items={[
              { term: "Total", value: <Money amount={5600} currency="USD" /> },
              { term: "Paid", value: <Money amount={2000} currency="USD" /> },
              { term: "Due", value: <Money amount={3600} currency="USD" className="font-strong" /> },
            ]}
          />
        </Section>
      </Screen>
    </SampleShell>
  );
}

function Aside() {
  return (
    <>
      <Section title="Report">
        <VersionList
          versions={[
            {
              number: 3,
              title: "Final, corrected",
              state: "current",
              reason: "Unit of haemoglobin was printed as g/mL; it is g/dL. The value stands.",
              issued: "11:12, pathologist",
              actions: (
                <>
                  <Button size="small">Open</Button>
                  <Button size="small">Amend a result</Button>
                  <Button size="small" look="danger">
                    Withdraw
                  </Button>
                </>
              ),
            },
            { number: 2, title: "Final", state: "superseded", issued: "09:31, pathologist" },
          ]}
        />
      </Section>
      <Section title="What happened" aside={<span className="text-xs text-ink-3">20 Nov 2026</span>}>
        <Timeline
          events={[
            { id: "1", at: "11:12", what: "Version 3 released", by: "Pathologist", weight: "key" },
            { id: "2", at: "11:08", what: "Amendment verified", by: "Scientist 2" },
            {
              id: "3",
              at: "06:31",
              what: "-2 rejected, haemolysed",
              by: "Technician; -3 opened",
              weight: "bad",
            },
            { id: "4", at: "06:12", what: "Order placed", by: "Receptionist" },
          ]}
        />
      </Section>
    </>
  );
}

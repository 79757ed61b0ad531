import { Clock, Printer } from "lucide-react";
import type { ReactNode } from "react";
import { CriticalCall } from "@/components/lab/critical-call";
import { DemoTag } from "@/components/lab/demo-tag";
import { Flag } from "@/components/lab/flag";
import { IntervalGlyph } from "@/components/lab/interval-glyph";
import { intervalPicture } from "@/components/lab/interval-picture";
import { LabTile, ProductMark, ProductTile } from "@/components/lab/mark";
import { type StateKind, type StateLook, stateLooks } from "@/components/lab/state-glyphs";
import { WorkMark } from "@/components/lab/state-mark";
import { StopPanel } from "@/components/lab/stop-panel";
import { Tube } from "@/components/lab/tube";
import { TurnaroundBar } from "@/components/lab/turnaround-bar";
import { Button, IconButton } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Count } from "@/components/ui/count";
import { Empty } from "@/components/ui/empty";
import { Field, FieldGroup } from "@/components/ui/field";
import { Id } from "@/components/ui/id";
import { Input } from "@/components/ui/input";
import { Key } from "@/components/ui/key";
import { Money } from "@/components/ui/money";
import { Note } from "@/components/ui/note";
import { Num } from "@/components/ui/num";
import { Paging } from "@/components/ui/paging";
import { PasswordInput } from "@/components/ui/password-input";
import { ProblemNote } from "@/components/ui/problem-note";
import { Radio } from "@/components/ui/radio";
import { Select } from "@/components/ui/select";
import { SkeletonRows } from "@/components/ui/skeleton";
import { Spinner } from "@/components/ui/spinner";
import { Switch } from "@/components/ui/switch";
import { Tabs } from "@/components/ui/tabs";
import { Tag } from "@/components/ui/tag";
import { Textarea } from "@/components/ui/textarea";
import { ThemeToggle } from "@/components/ui/theme-toggle";
import { Live } from "./live";

export const metadata = { title: "Components" };

/** Every component in its states, light beside dark. For those who build pages; absent in production. */
export default function ComponentsPage() {
  return (
    <main className="grid grid-cols-2 max-xl:grid-cols-1">
      <Half theme="light" />
      <Half theme="dark" />
    </main>
  );
}

function Half({ theme }: { theme: "light" | "dark" }) {
  return (
    <section data-theme={theme} className="min-w-0 bg-surface px-7 py-5 pb-10 text-ink max-md:px-4">
      <h1 className="mb-1.5 text-lg capitalize">{theme}</h1>
      <Marks />
      <Controls theme={theme} />
      <Lists />
      <Messages />
      <Live />
    </section>
  );
}

function Group({ title, children, column }: { title: string; children: ReactNode; column?: boolean }) {
  return (
    <div className="grid grid-cols-[84px_minmax(0,1fr)] gap-3 border-t border-line py-3 max-md:grid-cols-1">
      <h2 className="text-xs leading-5 font-normal text-ink-3">{title}</h2>
      <div className={column ? "grid grid-cols-1 gap-3" : "flex flex-wrap items-center gap-x-2.5 gap-y-2"}>
        {children}
      </div>
    </div>
  );
}

function Marks() {
  const judged = { low: "13", high: "18" };
  return (
    <>
      <Group title="Flags">
        {(["LL", "L", "N", "H", "HH", "A", null] as const).map((flag) => (
          <Flag key={flag} flag={flag} />
        ))}
        <Flag flag="HH" size="large" />
      </Group>
      <Group title="Interval">
        <Glyph {...judged} value="14" flag="N" previous="15" word="inside" />
        <Glyph {...judged} value="12.5" flag="L" word="outside" />
        <Glyph {...judged} value="80" flag="HH" word="critical" />
        <Glyph {...judged} low={null} value="17" flag="N" word="one-sided" />
        <Glyph {...judged} value="None seen" flag={null} word="words" />
      </Group>
      {(Object.keys(stateLooks) as StateKind[]).map((kind) => (
        <Group key={kind} title={kind}>
          {Object.values<StateLook>(stateLooks[kind]).map(({ glyph, tone, word }) => (
            <WorkMark key={word} glyph={glyph} tone={tone}>
              {word}
            </WorkMark>
          ))}
        </Group>
      ))}
      <Group title="Tags, keys">
        <Tag>Fasting</Tag>
        <Tag look="strong">Urgent</Tag>
        <Tag look="warn">
          <Clock aria-hidden="true" />
          Licence ends in 12 days
        </Tag>
        <DemoTag />
        <Count>14</Count>
        <Key>Ctrl</Key>
        <Key>Enter</Key>
        <Tube cap="lavender" label="EDTA" />
        <Tube cap="gold" label="Gel" />
        <Tube cap="blue" label="Citrate" />
        <Tube cap="green" label="Heparin" />
        <Tube cap="grey" label="Fluoride" />
        <Tube cap="none" label="Container" />
        <Id strong>261120-00042-1</Id>
        <LabTile name="Demo" />
        <ProductTile />
        <ProductMark />
      </Group>
      <Group title="Numbers" column>
        <ul className="w-40 text-end">
          {["105600", "9800", "≤0.01", "-12345.6", "5.40", ">1200"].map((value) => (
            <li key={value}>
              <Num value={value} decimals={2} />
            </li>
          ))}
        </ul>
        <p>
          ≤0.01 ≥ → − · 10⁶/µL · <Money amount={123456700} currency="USD" />
        </p>
      </Group>
      <Group title="Turnaround" column>
        <div className="grid w-60 gap-1">
          <TurnaroundBar elapsedMinutes={33} limitMinutes={60} />
          <TurnaroundBar elapsedMinutes={88} limitMinutes={60} />
        </div>
      </Group>
    </>
  );
}

function Glyph({ word, ...judged }: Parameters<typeof intervalPicture>[0] & { word: string }) {
  return (
    <span className="inline-grid grid-cols-[128px_auto] items-center gap-2 text-ink-2">
      <IntervalGlyph picture={intervalPicture(judged)} />
      {word}
    </span>
  );
}

function Controls({ theme }: { theme: string }) {
  return (
    <>
      <Group title="Buttons">
        <Button look="primary">Verify</Button>
        <Button look="primary" busy="Verifying">
          Verify
        </Button>
        <Button look="primary" disabled>
          Disabled
        </Button>
        <Button>
          <Printer aria-hidden="true" />
          Print labels
        </Button>
        <Button look="quiet">Cancel</Button>
        <Button look="danger">Reject sample</Button>
        <Button look="tenant">Sign in</Button>
        <Button size="small">Small</Button>
        <Button size="large">Large</Button>
        <IconButton label="Print">
          <Printer aria-hidden="true" />
        </IconButton>
        <Spinner />
      </Group>
      <Group title="Fields" column>
        <div className="grid grid-cols-2 gap-3.5 max-md:grid-cols-1">
          <Field label="MRN" optional="made when left empty">
            {(control) => <Input {...control} mono defaultValue="PATID1234" />}
          </Field>
          <Field label="Password" aside={<a href="#forgot">Forgot it?</a>}>
            {(control) => <PasswordInput {...control} defaultValue="secret" autoComplete="off" />}
          </Field>
          <Field label="Haemoglobin" error="Above what can be: 0 to 30 g/dL. Was it in g/L? Then 12.5.">
            {(control) => <Input {...control} numeric affix="g/dL" defaultValue="125" />}
          </Field>
          <Field label="Reason" help="Printed with the recollection request.">
            {(control) => <Select {...control} choices={[{ value: "h", label: "Haemolysed" }]} />}
          </Field>
          <Field label="Accession number">
            {(control) => <Input {...control} mono readOnly defaultValue="261120-00042" />}
          </Field>
          <Field label="Note" optional>
            {(control) => <Textarea {...control} rows={1} />}
          </Field>
        </div>
        <div className="flex flex-wrap gap-x-5 gap-y-2">
          <Checkbox label="Fasting" name={`${theme}-fasting`} defaultChecked />
          <Checkbox label="Pregnant" name={`${theme}-pregnant`} />
          <Switch label="Sound" defaultChecked />
          <Switch label="Off" />
          <FieldGroup label="How">
            {() => (
              <div className="flex gap-4">
                <Radio label="Phone" name={`${theme}-how`} defaultChecked />
                <Radio label="In person" name={`${theme}-how`} />
              </div>
            )}
          </FieldGroup>
        </div>
        <div className="w-64">
          <ThemeToggle />
        </div>
      </Group>
    </>
  );
}

function Lists() {
  return (
    <Group title="Lists" column>
      <Tabs
        label="State"
        tabs={[
          { href: "#pending", label: "Pending", count: 14, current: true },
          { href: "#verified", label: "Verified", current: false },
        ]}
      />
      <SkeletonRows rows={2} />
      <Paging shown={12} older="#older" />
      <Empty title="No critical call is open">
        A call appears here when a value passes its critical limit, and stays until it is recorded.
      </Empty>
    </Group>
  );
}

function Messages() {
  return (
    <Group title="Messages" column>
      <Note kind="bad" title="Cannot release yet.">
        Platelet morphology is not verified. <a href="#there">Go to it</a>, or release as preliminary.
      </Note>
      <Note kind="warn">
        You are offline. What you type is kept here and saved when the connection is back.
      </Note>
      <Note>The price list changed today; this draft has the new prices.</Note>
      <Note kind="ok">Sealed to event 48 211, chain unbroken.</Note>
      <ProblemNote
        problem={{
          title: "Some fields need attention",
          detail: "2 fields need attention.",
          errors: { mrn: ["This MRN belongs to another patient."], birthDate: ["This lies in the future."] },
        }}
      />
      <CriticalCall
        flag="HH"
        analyte="Leukocytes"
        value="105600"
        unit="cells/µL"
        patient={{ family: "Jones", given: "William", mrn: "PATID1234", born: "15 Jun 1961" }}
        requester="Dr. Nicholas Radon"
        told="nobody told yet"
        open="6 min open"
        action={<Button>Record the call</Button>}
      />
      <StopPanel
        title="Rejected tube. Do not use it."
        meta="Serum, gel, gold cap · PATID1234 · born 15 Jun 1961"
        action={
          <Button>
            I have set it aside <Key>F8</Key>
          </Button>
        }
      >
        <Id strong>261120-00042-2</Id> was rejected at 06:31, haemolysed. Its recollection is{" "}
        <Id strong>261120-00042-3</Id>, not collected yet.
      </StopPanel>
    </Group>
  );
}

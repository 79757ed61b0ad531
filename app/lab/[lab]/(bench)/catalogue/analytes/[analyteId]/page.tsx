import { Screen } from "@/components/lab/screen";
import { LinkButton } from "@/components/ui/button";
import { DescriptionList } from "@/components/ui/description-list";
import { Empty } from "@/components/ui/empty";
import { Id } from "@/components/ui/id";
import { Note } from "@/components/ui/note";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { Tag } from "@/components/ui/tag";
import { load } from "@/lib/api/load";
import { listReferenceIntervals } from "@/lib/catalogue/operations/list-reference-intervals";
import { readAnalyte } from "@/lib/catalogue/operations/read-analyte";
import { may } from "@/lib/core/actor";
import { benchActor } from "../../../bench-actor";
import { RetireButton } from "../../_components/retire-button";
import { kindWords } from "../../_components/words";
import { ChoiceTable } from "./choice-table";
import { IntervalTable } from "./interval-table";
import { LimitTable } from "./limit-table";

export const metadata = { title: "Analyte" };

export default async function AnalytePage({ params }: { params: Promise<{ analyteId: string }> }) {
  const { analyteId } = await params;
  const analyte = await load(readAnalyte, { params: { analyteId } });
  const { data, gaps, version } = await load(listReferenceIntervals, { params: { analyteId } });
  const actor = await benchActor();
  const manages = may(actor, "catalogue:manage") && !analyte.retiredAt;
  const page = `/catalogue/analytes/${analyte.id}`;
  return (
    <Screen
      crumbs={[
        { label: "Catalogue", href: "/catalogue" },
        { label: "Analytes", href: "/catalogue/analytes" },
        { label: analyte.name },
      ]}
    >
      <PageHead
        title={analyte.name}
        marks={
          <>
            <Id>{analyte.code}</Id>
            {analyte.retiredAt && <Tag>retired</Tag>}
          </>
        }
        actions={
          manages && (
            <>
              <LinkButton href={`${page}/edit`}>Edit</LinkButton>
              <RetireButton noun="analyte" id={analyte.id} version={analyte.version} name={analyte.name} />
            </>
          )
        }
      />
      <DescriptionList
        layout="above"
        items={[
          { term: "Values", value: kindWords[analyte.kind] },
          { term: "Unit", value: analyte.unit },
          { term: "Decimals", value: analyte.kind === "numeric" ? analyte.decimals : null },
          { term: "Section", value: [analyte.section, analyte.group].filter(Boolean).join(", ") },
          { term: "LOINC", value: analyte.loinc && <Id>{analyte.loinc}</Id> },
          { term: "Method", value: analyte.method },
        ]}
      />
      {analyte.kind === "coded" && (
        <Section title="Values it can take" count={analyte.choices.length}>
          <ChoiceTable choices={analyte.choices} />
        </Section>
      )}
      <Section
        title="Reference intervals"
        count={data.length}
        aside={
          manages && (
            <LinkButton size="small" href={`${page}/intervals`}>
              Add an interval
            </LinkButton>
          )
        }
      >
        {data.length === 0 ? (
          <Empty title="It has no interval">
            Its results are shown with “no interval” and get no flag. Add one with the source it comes from.
          </Empty>
        ) : (
          <IntervalTable analyte={analyte} intervals={data} version={version} manages={manages} />
        )}
        {gaps.length > 0 && (
          <Note kind="warn" title="Some have no interval." className="mt-3 max-w-180">
            <ul className="mt-1">
              {gaps.map((gap) => (
                <li key={gap}>{gap}</li>
              ))}
            </ul>
          </Note>
        )}
      </Section>
      {analyte.kind === "numeric" && (
        <Section
          title="Critical limits"
          note="beyond them, somebody is called"
          aside={
            manages && (
              <LinkButton size="small" href={`${page}/critical-limits`}>
                {analyte.criticalLimits.length === 0 ? "Set limits" : "Change"}
              </LinkButton>
            )
          }
        >
          {analyte.criticalLimits.length === 0 ? (
            <Empty title="It has no critical limits">No value of it will ask for a call.</Empty>
          ) : (
            <LimitTable limits={analyte.criticalLimits} unit={analyte.unit} />
          )}
        </Section>
      )}
    </Screen>
  );
}

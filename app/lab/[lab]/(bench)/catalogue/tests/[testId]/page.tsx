import { Screen } from "@/components/lab/screen";
import { isCapColour, Tube } from "@/components/lab/tube";
import { LinkButton } from "@/components/ui/button";
import { DescriptionList } from "@/components/ui/description-list";
import { Id } from "@/components/ui/id";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { Tag } from "@/components/ui/tag";
import { load } from "@/lib/api/load";
import { readTest } from "@/lib/catalogue/operations/read-test";
import { may } from "@/lib/core/actor";
import { benchActor } from "../../../bench-actor";
import { AnalyteLines } from "../../_components/analyte-lines";
import { RetireButton } from "../../_components/retire-button";
import { turnaroundWords } from "../../_components/words";

export const metadata = { title: "Test" };

export default async function TestPage({ params }: { params: Promise<{ testId: string }> }) {
  const { testId } = await params;
  const test = await load(readTest, { params: { testId } });
  const actor = await benchActor();
  const { routine, urgent, stat } = test.turnaroundMinutes;
  return (
    <Screen crumbs={[{ label: "Catalogue", href: "/catalogue" }, { label: test.name }]}>
      <PageHead
        title={test.name}
        marks={
          <>
            <Id>{test.code}</Id>
            {test.retiredAt && <Tag>retired</Tag>}
          </>
        }
        actions={
          may(actor, "catalogue:manage") &&
          !test.retiredAt && (
            <>
              <LinkButton href={`/catalogue/tests/${test.id}/edit`}>Edit</LinkButton>
              <RetireButton noun="test" id={test.id} version={test.version} name={test.name} />
            </>
          )
        }
      />
      <DescriptionList
        layout="above"
        items={[
          { term: "Section", value: test.section },
          {
            term: "Sample",
            value: (
              <Tube
                cap={isCapColour(test.sampleType.cap) ? test.sampleType.cap : "none"}
                label={`${test.sampleType.name} (${test.sampleType.container})`}
              />
            ),
          },
          { term: "To be taken", value: test.collection },
          { term: "LOINC", value: test.loinc && <Id>{test.loinc}</Id> },
          {
            term: "Turnaround, routine / urgent / stat",
            value: [routine, urgent, stat].map(turnaroundWords).join(" / "),
          },
        ]}
      />
      <Section title="Analytes" count={test.analytes.length} note="in the order of the report">
        <AnalyteLines analytes={test.analytes} />
      </Section>
    </Screen>
  );
}

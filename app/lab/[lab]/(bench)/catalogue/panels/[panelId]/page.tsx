import { Screen } from "@/components/lab/screen";
import { LinkButton } from "@/components/ui/button";
import { Id } from "@/components/ui/id";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { Cell, Head, Row, RowLink, Table, TableBody, TableHead } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { load } from "@/lib/api/load";
import { readPanel } from "@/lib/catalogue/operations/read-panel";
import { may } from "@/lib/core/actor";
import { benchActor } from "../../../bench-actor";
import { AnalyteLines } from "../../_components/analyte-lines";
import { RetireButton } from "../../_components/retire-button";

export const metadata = { title: "Panel" };

export default async function PanelPage({ params }: { params: Promise<{ panelId: string }> }) {
  const { panelId } = await params;
  const panel = await load(readPanel, { params: { panelId } });
  const actor = await benchActor();
  return (
    <Screen
      crumbs={[
        { label: "Catalogue", href: "/catalogue" },
        { label: "Panels", href: "/catalogue/panels" },
        { label: panel.name },
      ]}
    >
      <PageHead
        title={panel.name}
        marks={
          <>
            <Id>{panel.code}</Id>
            {panel.loinc && (
              <span className="text-ink-3">
                LOINC <Id>{panel.loinc}</Id>
              </span>
            )}
            {panel.retiredAt && <Tag>retired</Tag>}
          </>
        }
        note="Sold at one price. A test that it shares with another item of an order is done and charged once."
        actions={
          may(actor, "catalogue:manage") &&
          !panel.retiredAt && (
            <>
              <LinkButton href={`/catalogue/panels/${panel.id}/edit`}>Edit</LinkButton>
              <RetireButton noun="panel" id={panel.id} version={panel.version} name={panel.name} />
            </>
          )
        }
      />
      <Section title="Tests" count={panel.tests.length}>
        <Table label="Tests of the panel">
          <TableHead>
            <Head>Name</Head>
            <Head>Code</Head>
            <Head>Section</Head>
          </TableHead>
          <TableBody>
            {panel.tests.map((test) => (
              <Row key={test.id}>
                <Cell phone="lead">
                  <RowLink href={`/catalogue/tests/${test.id}`}>{test.name}</RowLink>
                </Cell>
                <Cell phone="lead-end">
                  <Id>{test.code}</Id>
                </Cell>
                <Cell phone="sub">{test.section}</Cell>
              </Row>
            ))}
          </TableBody>
        </Table>
      </Section>
      <Section title="Analytes" count={panel.analytes.length}>
        <AnalyteLines analytes={panel.analytes} />
      </Section>
    </Screen>
  );
}

import { WorkMark } from "@/components/lab/state-mark";
import { PageLink } from "@/components/ui/page-link";
import { Cell, Head, Row, Table, TableBody, TableHead } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import type { SuspicionSort, SuspicionView } from "@/lib/accounts/schema.watch";
import { headSort, type Sorting } from "../_components/sorting";
import { Ticked } from "../_components/ticked";
import { zone } from "../operator-actor";
import { ReviewButton } from "./review-button";
import { answerWords, evidenceWords, kindWords } from "./suspicion-words";

type SuspicionTableProps = {
  suspicions: readonly SuspicionView[];
  sorting: Sorting<SuspicionSort>;
  isSelectable: boolean;
};

export function SuspicionTable({ suspicions, sorting, isSelectable }: SuspicionTableProps) {
  return (
    <Table label="Suspicions" tall inset={isSelectable}>
      <TableHead>
        <Head sort={headSort(sorting, "kind")}>What</Head>
        <Head>Whom</Head>
        <Head>At</Head>
        <Head>State</Head>
        <Head sort={headSort(sorting, "newest", "oldest")}>When</Head>
        <Head hidden>Acts</Head>
      </TableHead>
      <TableBody>
        {suspicions.map((each) => (
          <Row key={each.id}>
            <Cell phone="lead" row className="text-start font-normal">
              {each.state === "open" ? (
                <Ticked id={each.id} label={`${kindWords[each.kind]}, ${each.ip ?? "no address"}`}>
                  <What suspicion={each} />
                </Ticked>
              ) : (
                <span className={isSelectable ? "ms-7 block max-md:ms-8" : ""}>
                  <What suspicion={each} />
                </span>
              )}
            </Cell>
            <Cell phone="sub">
              {each.accountId ? (
                <PageLink href={`/operator/accounts/${each.accountId}`} className="id">
                  {each.publicId ?? "account"}
                </PageLink>
              ) : (
                <span className="whitespace-nowrap text-ink-3">nobody known</span>
              )}
            </Cell>
            <Cell phone="line">
              <span className="wrap-anywhere md:block">{each.place}</span>{" "}
              <span className="id text-xs wrap-anywhere text-ink-3">{each.ip}</span>
            </Cell>
            <Cell phone="lead-end">
              {each.state === "open" ? (
                <WorkMark glyph="ring" tone="warn">
                  Open
                </WorkMark>
              ) : (
                <WorkMark glyph="done" tone="done">
                  Reviewed
                </WorkMark>
              )}
            </Cell>
            <Cell phone="sub-end">
              <Time at={each.at} zone={zone} />
            </Cell>
            <Cell phone="line" end className="wrap-anywhere">
              {each.state === "open" ? (
                <ReviewButton id={each.id} what={`${kindWords[each.kind]}: ${answerWords[each.answer]}.`} />
              ) : (
                <span className="text-ink-2">
                  {each.note} {each.reviewedBy && <span className="id text-ink-3">{each.reviewedBy}</span>}
                </span>
              )}
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}

function What({ suspicion }: { suspicion: SuspicionView }) {
  return (
    <>
      <span className="font-medium">{kindWords[suspicion.kind]}</span>
      <span className="block text-xs wrap-anywhere text-ink-3">{evidenceWords(suspicion)}</span>
    </>
  );
}

import { Cell, Head, Row, Table, TableBody, TableHead } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import type { PendingRegistration, PendingSort } from "@/lib/operator/schema.registrations";
import { ActButton } from "../_components/act-button";
import { CodeMark } from "../_components/code-mark";
import { EmailAddress } from "../_components/email-address";
import { headSort, type Sorting } from "../_components/sorting";
import { Ticked } from "../_components/ticked";
import { zone } from "../operator-actor";
import { resend } from "./actions";

const kinds = { patient: "Patient", provider: "Provider", laboratory: "Laboratory" };

type PendingTableProps = {
  registrations: readonly PendingRegistration[];
  sorting: Sorting<PendingSort>;
};

export function PendingTable({ registrations, sorting }: PendingTableProps) {
  return (
    <Table label="Registrations" tall inset>
      <TableHead>
        <Head sort={headSort(sorting, "email")}>E-mail</Head>
        <Head>As</Head>
        <Head>At</Head>
        <Head sort={headSort(sorting, "ends_first", "ends_last")}>State</Head>
        <Head end sort={headSort(sorting, "most_tries")}>
          Tries
        </Head>
        <Head sort={headSort(sorting, "newest", "oldest")}>Since</Head>
        <Head hidden>Acts</Head>
      </TableHead>
      <TableBody>
        {registrations.map((each) => (
          <Row key={each.id}>
            <Cell phone="lead" row className="text-start font-normal">
              <Ticked id={each.id} label={each.email}>
                <EmailAddress>{each.email}</EmailAddress>{" "}
                {each.hasAccount && <Tag look="warn">has an account already</Tag>}
              </Ticked>
            </Cell>
            <Cell phone="none">{kinds[each.kind]}</Cell>
            <Cell phone="sub" className="wrap-anywhere">
              {each.place}
            </Cell>
            <Cell phone="lead-end">
              <CodeMark state="pending" secondsLeft={each.secondsLeft} />
            </Cell>
            <Cell phone="none" end>
              {each.triesSpent}
            </Cell>
            <Cell phone="none">
              <Time at={each.createdAt} zone={zone} />
            </Cell>
            <Cell phone="sub-end" end>
              {/* Who signs a laboratory up asks for a new code on that page. */}
              {each.kind !== "laboratory" && !each.hasAccount && (
                <ActButton
                  act={resend}
                  params={{ registrationId: each.id }}
                  body={{}}
                  of={`the code of ${each.email}`}
                  busy="Sending"
                  done="A new code is on its way"
                >
                  Send anew
                </ActButton>
              )}
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}

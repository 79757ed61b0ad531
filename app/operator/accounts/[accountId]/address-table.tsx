import { Cell, Head, Row, Table, TableBody, TableHead, TwoLines } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import type { OpenedAccount } from "@/lib/operator/schema.accounts";
import { EmailAddress } from "../../_components/email-address";
import { WhyButton } from "../../_components/why-button";
import { zone } from "../../operator-actor";
import { restoreEmail } from "../actions";

type Change = OpenedAccount["addressChanges"][number];
type AddressTableProps = { account: OpenedAccount; isOwn: boolean };

/** What addresses it has had, and the way back to an earlier one: for an account that was stolen. */
export function AddressTable({ account, isOwn }: AddressTableProps) {
  return (
    <Table label="Changes of its e-mail address, the latest first">
      <TableHead>
        <Head>Address before</Head>
        <Head>Address after</Head>
        <Head>Changed by</Head>
        <Head>From</Head>
        <Head>When</Head>
        <Head hidden>Give back</Head>
      </TableHead>
      <TableBody>
        {account.addressChanges.map((change) => (
          <Row key={change.id}>
            <Cell phone="lead" row className="text-start font-normal wrap-anywhere">
              <EmailAddress>{change.from}</EmailAddress>
            </Cell>
            <Cell phone="line" head="Address after" className="wrap-anywhere">
              <EmailAddress>{change.to}</EmailAddress>
            </Cell>
            <Cell phone="line" head="Changed by">
              <TwoLines
                first={change.by === "operator" ? "an operator" : change.device}
                second={change.place}
              />
            </Cell>
            <Cell phone={change.ip ? "line" : "none"} head="From">
              <span className="id wrap-anywhere">{change.ip}</span>
            </Cell>
            <Cell phone="lead-end">
              <Time at={change.at} zone={zone} />
            </Cell>
            <Cell phone="line" end>
              {change.restorable && !isOwn && <GiveBack account={account} change={change} />}
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}

function GiveBack({ account, change }: { account: OpenedAccount; change: Change }) {
  const { id, publicId, version, state, email } = account;
  return (
    <WhyButton
      act={restoreEmail}
      of={`to ${change.from}`}
      params={{ accountId: id }}
      body={{ changeId: change.id }}
      version={version}
      size="small"
      title={`Give ${publicId} back to ${change.from}?`}
      about={
        <div className="grid gap-2 wrap-anywhere">
          <p>
            Find out first whose mailbox that is. {change.from} is mailed a link to set a new password;{" "}
            {email} is told that it is in use no longer.
          </p>
          <p>
            Every session and device ends and the password stops working. Passkeys, authenticator apps,
            recovery codes and API keys that came since a week before this change are taken away.
            {state === "locked" && " The account is unlocked."}
            {state === "disabled" && " The account stays disabled, so no link is mailed until it is enabled."}
          </p>
        </div>
      }
      keep="Leave it as it is"
      busy="Giving back"
      done={`${publicId} has its former address again`}
    >
      Give back
    </WhyButton>
  );
}

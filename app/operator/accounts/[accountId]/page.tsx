import { StateMark } from "@/components/lab/state-mark";
import { Note } from "@/components/ui/note";
import { PageHead } from "@/components/ui/page-head";
import { PageLink } from "@/components/ui/page-link";
import { Section } from "@/components/ui/section";
import { Tag } from "@/components/ui/tag";
import { roles } from "@/lib/core/access";
import { openAccount } from "@/lib/operator/operations/open-account";
import type { OpenedAccount } from "@/lib/operator/schema.accounts";
import { ConsoleScreen } from "../../_components/console-screen";
import { consoleLoad, operatorActor } from "../../operator-actor";
import { AccountActs } from "./account-acts";
import { AccountFacts } from "./account-facts";
import { AddressTable } from "./address-table";
import { DeviceTable, SessionTable } from "./place-tables";

export const metadata = { title: "Account" };

type Props = { params: Promise<{ accountId: string }> };

export default async function AccountPage({ params }: Props) {
  const account = await consoleLoad(openAccount, { params: await params });
  const me = (await operatorActor()).account;
  return (
    <ConsoleScreen crumbs={[{ label: "Accounts", href: "/operator/accounts" }, { label: account.publicId }]}>
      <PageHead
        title={account.name}
        marks={
          <>
            <StateMark kind="account" state={account.state} />
            {account.isOperator && <Tag look="strong">operator</Tag>}
            {account.isDemonstration && <Tag>demonstration</Tag>}
          </>
        }
        note={<span className="wrap-anywhere">{account.email}</span>}
        actions={
          account.id === me.id ? (
            <span className="text-ink-3">your own account</span>
          ) : (
            <AccountActs account={account} />
          )
        }
      />
      {account.stateReason && (
        <Note kind={account.state === "locked" ? "warn" : "bad"} title="Why:" className="mb-6 max-w-160">
          {account.stateReason}
        </Note>
      )}
      <AccountFacts account={account} />
      <Section
        title="E-mail addresses"
        note={account.addressChanges.length === 0 ? "no change in 90 days" : undefined}
      >
        {account.addressChanges.length > 0 && <AddressTable account={account} isOwn={account.id === me.id} />}
      </Section>
      <Section title="Where they work">
        <Memberships memberships={account.memberships} />
      </Section>
      <Section title="Signed in" note={account.sessions.length === 0 ? "nowhere" : undefined}>
        {account.sessions.length > 0 && <SessionTable sessions={account.sessions} />}
      </Section>
      <Section title="Known devices" note={account.devices.length === 0 ? "none" : undefined}>
        {account.devices.length > 0 && <DeviceTable devices={account.devices} />}
      </Section>
      <p className="mt-7 flex flex-wrap gap-x-5 gap-y-1">
        <PageLink href={`/operator/audit?record=${account.id}`}>What was done to this account</PageLink>
        <PageLink href={`/operator/audit?who=${account.id}`}>
          What this account did outside laboratories
        </PageLink>
      </p>
    </ConsoleScreen>
  );
}

function Memberships({ memberships }: Pick<OpenedAccount, "memberships">) {
  if (memberships.length === 0) return <p className="text-ink-3">In no laboratory.</p>;
  return (
    <ul className="mt-1 grid gap-1.5">
      {memberships.map(({ laboratoryId, laboratory, roles: held, state }) => (
        <li key={laboratoryId}>
          <PageLink href={`/operator/laboratories/${laboratoryId}`}>{laboratory}</PageLink>{" "}
          <span className="text-ink-2">
            {state === "removed" ? "removed" : held.map((role) => roles[role].label).join(", ")}
          </span>
        </li>
      ))}
    </ul>
  );
}

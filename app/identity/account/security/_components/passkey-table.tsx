"use client";

import { AskButton } from "@/components/ui/ask-button";
import { Cell, Head, Row, Table, TableBody, TableHead } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import type { Passkey } from "@/lib/accounts/schema.second-factors";
import { removePasskey } from "../actions";
import { RenamePasskey } from "./rename-passkey";

type PasskeyTableProps = { passkeys: readonly Passkey[]; mayChange: boolean; zone: string };

export function PasskeyTable({ passkeys, mayChange, zone }: PasskeyTableProps) {
  return (
    <Table label="Passkeys" tall className="mt-3">
      <TableHead>
        <Head>Name</Head>
        <Head>Address</Head>
        <Head>Added</Head>
        <Head>Last used</Head>
        <Head hidden>Acts</Head>
      </TableHead>
      <TableBody>
        {passkeys.map(({ id, name, host, isHere, isBackedUp, createdAt, lastUsedAt }) => (
          <Row key={id}>
            <Cell phone="lead" row>
              {name} {isBackedUp && <Tag>synced</Tag>}
            </Cell>
            <Cell phone="sub" className="wrap-anywhere">
              {isHere ? "this one" : host}
            </Cell>
            <Cell phone="none">
              <Time at={createdAt} zone={zone} form="date" />
            </Cell>
            <Cell phone="sub-end">
              {lastUsedAt ? <Time at={lastUsedAt} zone={zone} form="both" /> : "never"}
            </Cell>
            <Cell end phone="lead-end">
              <div className="flex justify-end gap-2">
                <RenamePasskey id={id} name={name} />
                {mayChange && (
                  <AskButton
                    size="small"
                    look="danger"
                    ask={{
                      title: `Remove the passkey “${name}”?`,
                      about: `It opens nothing at ${host} from then on. Delete it on the device too.`,
                      ...{ keep: "Keep it", act: "Remove it", busy: "Removing" },
                      onAct: () => removePasskey({ params: { passkeyId: id } }),
                    }}
                  >
                    Remove
                    <span className="sr-only"> the passkey {name}</span>
                  </AskButton>
                )}
              </div>
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}

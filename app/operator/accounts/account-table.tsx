import { StateMark, WorkMark } from "@/components/lab/state-mark";
import { Cell, Head, Row, RowLink, Table, TableBody, TableHead, TwoLines } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import type { AccountLine, AccountSort } from "@/lib/operator/schema.accounts";
import { EmailAddress } from "../_components/email-address";
import { headSort, type Sorting } from "../_components/sorting";
import { Ticked } from "../_components/ticked";
import { zone } from "../operator-actor";

type AccountTableProps = { accounts: readonly AccountLine[]; sorting: Sorting<AccountSort> };

export function AccountTable({ accounts, sorting }: AccountTableProps) {
  return (
    <Table label="Accounts" tall inset>
      <TableHead>
        <Head sort={headSort(sorting, "name")}>Name</Head>
        <Head>Public id</Head>
        <Head sort={headSort(sorting, "email")}>E-mail</Head>
        <Head>State</Head>
        <Head sort={headSort(sorting, "newest", "oldest")}>Made</Head>
      </TableHead>
      <TableBody>
        {accounts.map((account) => (
          <Row key={account.id}>
            <Cell phone="lead" row className="text-start font-normal">
              <Ticked id={account.id} label={account.publicId}>
                <RowLink href={`/operator/accounts/${account.id}`}>{account.name}</RowLink>{" "}
                {account.isOperator && <Tag look="strong">operator</Tag>}{" "}
                {account.isDemonstration && <Tag>demonstration</Tag>}
              </Ticked>
            </Cell>
            <Cell phone="sub-end" className="id">
              {account.publicId}
            </Cell>
            <Cell phone="sub" className="wrap-anywhere">
              <TwoLines first={<EmailAddress>{account.email}</EmailAddress>} second={account.username} />
              {!account.emailVerified && (
                <WorkMark glyph="dotted" tone="wait">
                  not confirmed
                </WorkMark>
              )}
            </Cell>
            <Cell phone="lead-end">
              <StateMark kind="account" state={account.state} />
            </Cell>
            <Cell phone="none">
              <Time at={account.createdAt} zone={zone} form="date" />
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}

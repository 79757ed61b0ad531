import type { Query } from "@/app/lab/[lab]/(bench)/_components/page-links";
import { StateMark, WorkMark } from "@/components/lab/state-mark";
import { Cell, Head, Row, RowLink, Table, TableBody, TableHead, TwoLines } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import type { AccountLine } from "@/lib/operator/schema.accounts";
import { withFilter } from "../_components/list-query";
import { zone } from "../operator-actor";

type AccountTableProps = { accounts: readonly AccountLine[]; query: Query; sort: "newest" | "oldest" };

export function AccountTable({ accounts, query, sort }: AccountTableProps) {
  return (
    <Table label="Accounts" tall>
      <TableHead>
        <Head>Name</Head>
        <Head>Public id</Head>
        <Head>E-mail</Head>
        <Head>State</Head>
        <Head
          sort={{
            href: withFilter("/operator/accounts", query, { sort: sort === "newest" ? "oldest" : "newest" }),
            now: sort === "newest" ? "descending" : "ascending",
          }}
        >
          Made
        </Head>
      </TableHead>
      <TableBody>
        {accounts.map((account) => (
          <Row key={account.id}>
            <Cell phone="lead" row className="text-start font-normal">
              <RowLink href={`/operator/accounts/${account.id}`} className="wrap-anywhere">
                {account.name}
              </RowLink>{" "}
              {account.isOperator && <Tag look="strong">operator</Tag>}{" "}
              {account.isDemonstration && <Tag>demonstration</Tag>}
            </Cell>
            <Cell phone="sub-end" className="id">
              {account.publicId}
            </Cell>
            <Cell phone="sub" className="wrap-anywhere">
              <TwoLines first={account.email} second={account.username} />
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

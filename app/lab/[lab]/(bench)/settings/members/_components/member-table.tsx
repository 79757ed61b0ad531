import { Cell, Head, Row, RowLink, Table, TableBody, TableHead } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import type { Member } from "@/lib/laboratories/schema";
import { roleWords } from "./role-words";

type MemberTableProps = { members: readonly Member[]; zone: string; selfId: string | null };

export function MemberTable({ members, zone, selfId }: MemberTableProps) {
  return (
    <Table label="Members, by name">
      <TableHead>
        <Head>Name</Head>
        <Head>E-mail</Head>
        <Head>Roles</Head>
        <Head>Since</Head>
      </TableHead>
      <TableBody>
        {members.map((member) => (
          <Row key={member.id}>
            <Cell phone="lead">
              <RowLink href={`/settings/members/${member.id}`}>{member.name}</RowLink>{" "}
              {member.id === selfId && <Tag>you</Tag>}
            </Cell>
            <Cell phone="none" className="wrap-anywhere">
              {member.email}
            </Cell>
            <Cell phone="sub">{roleWords(member.roles)}</Cell>
            <Cell phone="none">
              <Time at={member.createdAt} zone={zone} form="date" />
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}

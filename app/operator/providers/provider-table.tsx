import { StateMark, WorkMark } from "@/components/lab/state-mark";
import { Cell, Head, Row, RowLink, Table, TableBody, TableHead, TwoLines } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import type { ProviderView } from "@/lib/accounts/schema.registrations";
import type { ProviderSort } from "@/lib/operator/schema";
import { headSort, type Sorting } from "../_components/sorting";
import { Ticked } from "../_components/ticked";
import { zone } from "../operator-actor";
import { specializationWords } from "./specialization-words";

type ProviderTableProps = {
  providers: readonly ProviderView[];
  sorting: Sorting<ProviderSort>;
  isSelectable: boolean;
};

export function ProviderTable({ providers, sorting, isSelectable }: ProviderTableProps) {
  return (
    <Table label="Providers" tall inset={isSelectable}>
      <TableHead>
        <Head sort={headSort(sorting, "email")}>E-mail</Head>
        <Head sort={headSort(sorting, "name")}>Name</Head>
        <Head>Specialization</Head>
        <Head>Licence</Head>
        <Head>{isSelectable ? "Address" : "State"}</Head>
        <Head sort={headSort(sorting, "newest", "oldest")}>Registered</Head>
      </TableHead>
      <TableBody>
        {providers.map((provider) => (
          <Row key={provider.providerId}>
            <Cell phone="lead" row className="text-start font-normal">
              {isSelectable ? (
                <Ticked id={provider.providerId} label={provider.publicId}>
                  <Who provider={provider} />
                </Ticked>
              ) : (
                <Who provider={provider} />
              )}
            </Cell>
            <Cell phone="sub" className="wrap-anywhere">
              {provider.firstName} {provider.lastName}
            </Cell>
            <Cell phone="none">{specializationWords(provider.specialization)}</Cell>
            <Cell phone="none">
              {provider.licenseNumber ? (
                <span className="id">{provider.licenseNumber}</span>
              ) : (
                <span className="text-ink-3">not given yet</span>
              )}
            </Cell>
            <Cell phone="lead-end">
              {isSelectable ? (
                <EmailMark isConfirmed={provider.emailVerified} />
              ) : (
                <StateMark kind="provider" state={provider.verificationStatus} />
              )}
            </Cell>
            <Cell phone="sub-end">
              <Time at={provider.createdAt} zone={zone} form="date" />
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}

function Who({ provider: { providerId, publicId, email } }: { provider: ProviderView }) {
  return (
    <TwoLines
      first={
        <RowLink href={`/operator/providers/${providerId}`} className="id">
          {publicId}
        </RowLink>
      }
      second={<span className="wrap-anywhere">{email}</span>}
    />
  );
}

function EmailMark({ isConfirmed }: { isConfirmed: boolean }) {
  return isConfirmed ? (
    <WorkMark glyph="done" tone="done">
      Confirmed
    </WorkMark>
  ) : (
    <WorkMark glyph="dotted" tone="wait">
      Not confirmed
    </WorkMark>
  );
}

import { StateMark, WorkMark } from "@/components/lab/state-mark";
import { duration } from "@/components/lab/turnaround";
import { Cell, Head, Row, RowLink, Table, TableBody, TableHead, TwoLines } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import type { ProviderView } from "@/lib/accounts/schema.registrations";
import type { ProviderSort } from "@/lib/operator/schema";
import { EmailAddress } from "../_components/email-address";
import { headSort, type Sorting, turned } from "../_components/sorting";
import { Ticked } from "../_components/ticked";
import { zone } from "../operator-actor";
import { specializationWords } from "./specialization-words";

type ProviderTableProps = {
  providers: readonly ProviderView[];
  sorting: Sorting<ProviderSort>;
  isSelectable: boolean;
  at: Date;
};

export function ProviderTable({ providers, sorting, isSelectable, at }: ProviderTableProps) {
  return (
    <Table label="Providers" tall inset={isSelectable}>
      <TableHead>
        <Head sort={headSort(sorting, "email")}>E-mail</Head>
        <Head sort={headSort(sorting, "name")}>Name</Head>
        <Head>Specialization</Head>
        <Head>Licence</Head>
        <Head>{isSelectable ? "Address" : "State"}</Head>
        {isSelectable ? (
          <Head end sort={turned(headSort(sorting, "oldest", "newest"))}>
            Waiting
          </Head>
        ) : (
          <Head end sort={headSort(sorting, "newest", "oldest")}>
            Registered
          </Head>
        )}
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
            <Cell phone="sub-end" end className="whitespace-nowrap tabular-nums">
              {isSelectable ? (
                <time dateTime={provider.createdAt}>{waiting(provider.createdAt, at)}</time>
              ) : (
                <Time at={provider.createdAt} zone={zone} form="date" />
              )}
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}

/** "4 d 2 h" */
function waiting(since: string, at: Date): string {
  return duration(Math.max(0, Math.floor((at.getTime() - Date.parse(since)) / 60_000)));
}

function Who({ provider: { providerId, publicId, email } }: { provider: ProviderView }) {
  return (
    <TwoLines
      first={
        <RowLink href={`/operator/providers/${providerId}`} className="id">
          {publicId}
        </RowLink>
      }
      second={
        <span className="wrap-anywhere">
          <EmailAddress>{email}</EmailAddress>
        </span>
      }
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

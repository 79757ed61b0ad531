import { Screen } from "@/components/lab/screen";
import { DescriptionList } from "@/components/ui/description-list";
import { Id } from "@/components/ui/id";
import { PageHead } from "@/components/ui/page-head";
import { PageLink } from "@/components/ui/page-link";
import { Section } from "@/components/ui/section";
import { Time } from "@/components/ui/time";
import { openApiKey } from "@/lib/accounts/operations/open-api-key";
import { scopeWords } from "@/lib/accounts/schema.api-keys";
import { load } from "@/lib/api/load";
import { benchActor } from "../../../bench-actor";
import { KeyState } from "../_components/key-state";
import { ReplaceForm } from "./replace-form";
import { RevokeKey } from "./revoke-key";

export const metadata = { title: "API key" };

export default async function KeyPage({ params }: { params: Promise<{ keyId: string }> }) {
  const { keyId } = await params;
  const key = await load(openApiKey, { params: { keyId } });
  const { timeZone } = (await benchActor()).laboratory;
  const when = (at: string) => <Time at={at} zone={timeZone} form="both" />;
  const isOver = key.state === "revoked" || key.state === "expired";
  return (
    <Screen
      crumbs={[
        { label: "Settings", href: "/settings" },
        { label: "API keys", href: "/settings/api-keys" },
        { label: key.name },
      ]}
    >
      <PageHead
        title={key.name}
        marks={<KeyState state={key.state} />}
        actions={!isOver && <RevokeKey keyId={key.id} name={key.name} />}
      />
      <DescriptionList
        layout="above"
        items={[
          { term: "Begins with", value: <Id>{key.prefix}</Id> },
          { term: "Made by", value: key.createdBy },
          { term: "Made", value: when(key.createdAt) },
          { term: "Last used", value: key.lastUsedAt ? when(key.lastUsedAt) : "never" },
          key.revokedAt
            ? { term: "Revoked", value: when(key.revokedAt) }
            : { term: isOver ? "Ran out" : "Runs out", value: when(key.expiresAt) },
          ...(key.replacedById
            ? [
                {
                  term: "Replaced by",
                  value: <PageLink href={`/settings/api-keys/${key.replacedById}`}>its successor</PageLink>,
                },
              ]
            : []),
        ]}
      />
      <Section title="What it may do" count={key.scopes.length}>
        <ul className="mt-1 list-disc ps-4">
          {key.scopes.map((scope) => (
            <li key={scope}>
              {scopeWords(scope)} <span className="id text-ink-2">{scope}</span>
            </li>
          ))}
        </ul>
      </Section>
      {key.state === "active" && (
        <Section title="Replace it" note="same name, same scopes">
          <ReplaceForm keyId={key.id} name={key.name} />
        </Section>
      )}
    </Screen>
  );
}

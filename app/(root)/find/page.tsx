import type { Metadata } from "next";
import { Column } from "@/components/site/column";
import { Button, FileButton } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Note } from "@/components/ui/note";
import { PageHead } from "@/components/ui/page-head";
import { tryLoad } from "@/lib/api/load";
import { env } from "@/lib/infra/env";
import { hostOf, originOf } from "@/lib/infra/hosts";
import { checkAvailability } from "@/lib/laboratories/operations/check-availability";

export const metadata: Metadata = { title: "Find my laboratory" };

type Props = { searchParams: Promise<{ q?: string | string[] }> };

export default async function FindPage({ searchParams }: Props) {
  const { q } = await searchParams;
  const asked = (typeof q === "string" ? q : "").trim().slice(0, 100);
  return (
    <Column>
      <PageHead
        title="Find my laboratory"
        note="Every laboratory has an address of its own. Type the name in front, as it stands in the mail that invited you or on a report."
      />
      <form method="get" className="flex max-w-120 items-end gap-2">
        <Field label="Name in its address" className="min-w-0 flex-1">
          {(control) => (
            <Input
              {...control}
              name="q"
              required
              size="large"
              defaultValue={asked}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              affix={`.${env().rootDomain}`}
            />
          )}
        </Field>
        <Button type="submit" look="primary" size="large">
          Find
        </Button>
      </form>
      {asked && <Answer slug={nameIn(asked)} />}
    </Column>
  );
}

async function Answer({ slug }: { slug: string }) {
  const found = await tryLoad(checkAvailability, { query: { slug } });
  if (!found.ok) {
    return (
      <Note kind="bad" title={`${found.problem.title}.`} className="mt-5 max-w-120">
        {found.problem.message}
      </Note>
    );
  }
  if (found.value.reason === "taken") {
    const place = { kind: "laboratory", slug: found.value.slug } as const;
    return (
      <div className="mt-5 flex max-w-120 flex-wrap items-center gap-x-4 gap-y-2" role="status">
        <p className="min-w-0 flex-1">
          A laboratory answers at <strong className="wrap-anywhere">{hostOf(place)}</strong>.
        </p>
        <FileButton href={originOf(place)} size="large">
          Go to its door
        </FileButton>
      </div>
    );
  }
  return (
    <Note kind="warn" title="No laboratory has this name." live="status" className="mt-5 max-w-120">
      Check how it is spelt: small letters, digits and hyphens. Whoever invited you knows it.
    </Note>
  );
}

/** People paste the whole address. */
function nameIn(asked: string): string {
  const host =
    asked
      .toLowerCase()
      .replace(/^[a-z]+:\/\//, "")
      .split("/")[0] ?? "";
  return host.split(".")[0] ?? "";
}

import type { Metadata } from "next";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { PageLink } from "@/components/ui/page-link";
import { Tabs } from "@/components/ui/tabs";
import { openSecondStep } from "@/lib/accounts/operations/open-second-step";
import { load } from "@/lib/api/load";
import { safeNextPath } from "@/lib/core/next-path";
import { Door } from "../../../_components/door";
import { stepCookie } from "../../../enter";
import { CodeForm } from "./code-form";
import { PasskeyStep } from "./passkey-step";

export const metadata: Metadata = { title: "Second step" };

const words = { totp: "Authenticator app", passkey: "Passkey", recovery_code: "Recovery code" };

type Search = Promise<{ next?: string; with?: string }>;

export default async function SecondStepPage({ searchParams }: { searchParams: Search }) {
  const { next: asked, with: wanted } = await searchParams;
  const next = safeNextPath(asked);
  const mfaToken = (await cookies()).get(stepCookie)?.value;
  const waiting = mfaToken ? await load(openSecondStep, { body: { mfaToken } }) : null;
  const again = `/sign-in?next=${encodeURIComponent(next)}`;
  if (!waiting) redirect(again);
  const { methods } = waiting;
  const method = methods.find((each) => each === wanted) ?? methods[0];
  const tabs = methods.map((each) => ({
    href: `/sign-in/second-step?with=${each}&next=${encodeURIComponent(next)}`,
    label: words[each],
    current: each === method,
  }));
  return (
    <Door
      title="Second step"
      footer={
        <>
          Not you, or no way to go on? <PageLink href={again}>Begin again</PageLink>
        </>
      }
    >
      {tabs.length > 1 && <Tabs label="Ways to go on" tabs={tabs} />}
      {method === "passkey" && <PasskeyStep next={next} />}
      {(method === "totp" || method === "recovery_code") && (
        <CodeForm key={method} kind={method} next={next} />
      )}
    </Door>
  );
}

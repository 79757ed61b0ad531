import type { Metadata } from "next";
import { Landing } from "@/components/site/landing";
import { tryLoad } from "@/lib/api/load";
import { env } from "@/lib/infra/env";
import { originOf } from "@/lib/infra/hosts";
import { checkAvailability } from "@/lib/laboratories/operations/check-availability";

export const metadata: Metadata = {
  title: { absolute: "MedVuno LIMS: your laboratory, from order to report" },
  description:
    "The laboratory information system: orders, samples, results, reports and invoices of a medical laboratory, at its own address and in its own name.",
};

export default async function LandingPage() {
  return (
    <Landing
      rootDomain={env().rootDomain}
      signUpHref="/sign-up"
      demoHref={await demonstration()}
      findHref="/find"
      portalHref={originOf({ kind: "learn" })}
      docsHref="/api/docs"
    />
  );
}

/** Where the made-up laboratory is. In production the name is anybody's to take. */
async function demonstration(): Promise<string | undefined> {
  if (env().isProduction) return undefined;
  const slug = "demo";
  const asked = await tryLoad(checkAvailability, { query: { slug } });
  return asked.ok && asked.value.reason === "taken" ? originOf({ kind: "laboratory", slug }) : undefined;
}

import type { Metadata } from "next";
import type { ReactNode } from "react";
import { signOut } from "@/app/identity/session-actions";
import { ProductTile } from "@/components/lab/mark";
import { Shell } from "@/components/lab/shell";
import { DatesWrittenIn } from "@/components/ui/locale";
import { localeOf } from "@/lib/core/locale";
import { env } from "@/lib/infra/env";
import { openOverview } from "@/lib/operator/operations/open-overview";
import { consoleLoad, operatorActor } from "./operator-actor";
import { placesOf } from "./places";

export const metadata: Metadata = {
  title: { default: "Operator console", template: "%s · MedVuno operator console" },
  robots: { index: false },
};

export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const { account, name, from } = await operatorActor();
  const places = placesOf(await consoleLoad(openOverview));
  return (
    <Shell
      home={{ name: "MedVuno LIMS", host: `${from.host}/operator`, tile: <ProductTile /> }}
      label="Operator"
      items={places}
      account={{
        id: account.publicId,
        name,
        email: account.email,
        links: [{ href: "/account", label: "Account and sessions" }],
      }}
      signOut={signOut}
      demonstration={!env().isProduction}
    >
      <DatesWrittenIn locale={localeOf(account.locale)}>{children}</DatesWrittenIn>
    </Shell>
  );
}

import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { logoAddress } from "@/app/identity/_components/door";
import { holdAtDoor } from "@/app/identity/hold-at-door";
import { screenLockOf } from "@/app/identity/screen-lock";
import { signOut } from "@/app/identity/session-actions";
import { LabTile } from "@/components/lab/mark";
import { Shell } from "@/components/lab/shell";
import { currentPath } from "@/lib/api/load";
import { pageActor } from "@/lib/api/page-actor";
import { findWordsFor, placesFor } from "./places";

export default async function BenchLayout({ children }: { children: ReactNode }) {
  const actor = await pageActor();
  const { laboratory, account, member } = actor;
  if (!laboratory || !account || !member) {
    redirect(`/sign-in?next=${encodeURIComponent(await currentPath())}`);
  }
  await holdAtDoor(actor);
  return (
    <Shell
      home={{
        name: laboratory.name,
        host: actor.from.host,
        tile: <LabTile name={laboratory.name} logo={logoAddress(laboratory.logoSha256)} />,
      }}
      label="Laboratory"
      items={placesFor(actor)}
      find={findWordsFor(actor)}
      account={{
        id: account.publicId,
        name: member.name,
        email: account.email,
        links: [{ href: "/account", label: "Account and sessions" }],
      }}
      signOut={signOut}
      demonstration={laboratory.isDemonstration}
      lock={screenLockOf(actor)}
    >
      {children}
    </Shell>
  );
}

import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { findWordsFor, placesFor } from "@/app/lab/[lab]/(bench)/places";
import { LabTile } from "@/components/lab/mark";
import { Shell } from "@/components/lab/shell";
import { SiteFrame } from "@/components/site/site-frame";
import { currentPath } from "@/lib/api/load";
import { pageActor } from "@/lib/api/page-actor";
import { logoAddress } from "../_components/door";
import { holdLocked } from "../hold-at-door";
import { placeOfActor } from "../place";
import { screenLockOf } from "../screen-lock";
import { signOut } from "../session-actions";

/** A person's own account, at every address they are signed in at. */
export default async function AccountLayout({ children }: { children: ReactNode }) {
  const actor = await pageActor();
  const { laboratory, account, member } = actor;
  if (!account) redirect(`/sign-in?next=${encodeURIComponent(await currentPath())}`);
  await holdLocked(actor);
  if (!laboratory || !member) {
    const isLearn = placeOfActor(actor) === "learn";
    const links = [
      { href: isLearn ? "/" : "/account", label: isLearn ? "How to read your report" : "Account" },
      ...(account.isOperator && !isLearn ? [{ href: "/operator", label: "Operator console" }] : []),
    ];
    return (
      <SiteFrame brand={isLearn ? "MedVuno Learn" : "MedVuno LIMS"} links={links}>
        {children}
      </SiteFrame>
    );
  }
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

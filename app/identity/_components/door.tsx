import type { ReactNode } from "react";
import { AuthFrame } from "@/components/lab/auth-frame";
import { pageActor } from "@/lib/api/page-actor";
import { placeOfActor } from "../place";
import { ZoneNote } from "./zone-note";

const products = {
  root: { name: "MedVuno LIMS", line: "Your laboratory, from order to report" },
  learn: { name: "MedVuno Learn", line: "Your results, and what they mean" },
};

/** A signed-out page, in the name and colours of whoever's address this is. */
export async function Door({
  title,
  footer,
  children,
}: {
  title: string;
  footer?: ReactNode;
  children: ReactNode;
}) {
  const actor = await pageActor();
  const { laboratory, from } = actor;
  const place = placeOfActor(actor);
  return (
    <AuthFrame
      {...(laboratory
        ? { laboratory: { name: laboratory.name, logo: logoAddress(laboratory.logoSha256) } }
        : { product: products[place === "learn" ? "learn" : "root"] })}
      title={title}
      host={from.host}
      demonstration={laboratory?.isDemonstration ?? false}
      footer={footer}
    >
      <ZoneNote />
      {children}
    </AuthFrame>
  );
}

/** Where a laboratory's logo is served; null when it has none. */
export function logoAddress(sha256: string | null): string | null {
  return sha256 && `/logo/${sha256}`;
}

import type { Metadata } from "next";
import type { ReactNode } from "react";
import { TenantColours } from "@/components/lab/tenant-colours";
import { pageActor } from "@/lib/api/page-actor";
import { labColours } from "@/lib/core/colour";

/** The laboratory comes from the checked host; the segment of the path is only the middleware's way of saying so. */
export async function generateMetadata(): Promise<Metadata> {
  const { laboratory } = await pageActor();
  const name = laboratory?.name ?? "MedVuno";
  return { title: { default: name, template: `%s · ${name}` } };
}

export default async function LaboratoryLayout({ children }: { children: ReactNode }) {
  const { laboratory } = await pageActor();
  if (!laboratory) return children;
  const { light, dark } = labColours(laboratory.colour);
  const palette = {
    fill: light.fill,
    on: light.on,
    line: light.line,
    darkFill: dark.fill,
    darkOn: dark.on,
    darkLine: dark.line,
  };
  return <TenantColours palette={palette}>{children}</TenantColours>;
}

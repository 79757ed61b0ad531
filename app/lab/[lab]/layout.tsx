import type { Metadata } from "next";
import type { ReactNode } from "react";
import { TenantColours } from "@/components/lab/tenant-colours";
import { DatesWrittenIn } from "@/components/ui/locale";
import { pageActor } from "@/lib/api/page-actor";
import { labColours } from "@/lib/core/colour";
import { localeOf } from "@/lib/core/locale";

/** The laboratory comes from the checked host; the segment of the path is only the middleware's way of saying so. */
export async function generateMetadata(): Promise<Metadata> {
  const { laboratory } = await pageActor();
  const name = laboratory?.name ?? "MedVuno";
  return { title: { default: name, template: `%s · ${name}` } };
}

export default async function LaboratoryLayout({ children }: { children: ReactNode }) {
  const { laboratory, account } = await pageActor();
  const written = <DatesWrittenIn locale={localeOf(account?.locale)}>{children}</DatesWrittenIn>;
  if (!laboratory) return written;
  const { light, dark } = labColours(laboratory.colour);
  const palette = {
    fill: light.fill,
    on: light.on,
    line: light.line,
    darkFill: dark.fill,
    darkOn: dark.on,
    darkLine: dark.line,
  };
  return <TenantColours palette={palette}>{written}</TenantColours>;
}

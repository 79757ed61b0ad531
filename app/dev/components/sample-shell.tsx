import { FileText, FlaskConical, House, List, ScanBarcode, ScrollText, User } from "lucide-react";
import type { ReactNode } from "react";
import { IntervalIcon } from "@/components/lab/interval-icon";
import { LabTile } from "@/components/lab/mark";
import { Shell } from "@/components/lab/shell";
import { TenantColours } from "@/components/lab/tenant-colours";

const palette = {
  fill: "oklch(0.47 0.085 178)",
  on: "oklch(1 0 0)",
  line: "oklch(0.47 0.085 178)",
  darkFill: "oklch(0.76 0.085 178)",
  darkOn: "oklch(0.2 0.03 178)",
  darkLine: "oklch(0.76 0.085 178)",
};

const items = [
  { href: "/dev/dashboard", label: "Dashboard", icon: <House aria-hidden="true" />, bar: true },
  { href: "/dev/worklists", label: "Worklists", icon: <List aria-hidden="true" />, count: 16 },
  { href: "/dev/accession", label: "Accession", icon: <ScanBarcode aria-hidden="true" />, bar: true },
  { href: "/dev/components", label: "Orders", icon: <FileText aria-hidden="true" /> },
  { href: "/dev/patients", label: "Patients", icon: <User aria-hidden="true" /> },
  { href: "/dev/results", label: "Results", icon: <IntervalIcon />, count: 7, bar: true },
  { href: "/dev/reports", label: "Reports", icon: <ScrollText aria-hidden="true" /> },
  { href: "/dev/catalogue", label: "Catalogue", icon: <FlaskConical aria-hidden="true" /> },
];

/** The shell with invented places, for looking at. */
export function SampleShell({ children }: { children: ReactNode }) {
  return (
    <TenantColours palette={palette}>
      <Shell
        home={{
          name: "Demo Laboratory",
          host: "demo.medvuno.example",
          tile: <LabTile name="Demo Laboratory" />,
        }}
        label="Laboratory"
        items={items}
        find="Scan a tube or find a patient"
        account={{
          id: "sample",
          name: "Scientist",
          email: "scientist@demo.test",
          links: [{ href: "/dev/account", label: "Your account" }],
        }}
        signOut="/dev/components"
        demonstration
      >
        {children}
      </Shell>
    </TenantColours>
  );
}

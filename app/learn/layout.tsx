import type { ReactNode } from "react";
import { SiteFrame } from "@/components/site/site-frame";
import { originOf } from "@/lib/infra/hosts";

export default function LearnLayout({ children }: { children: ReactNode }) {
  const root = originOf({ kind: "root" });
  return (
    <SiteFrame
      brand="MedVuno Learn"
      width="full"
      links={[{ href: "/", label: "How to read your report" }]}
      foot={[
        { href: root, label: "MedVuno LIMS" },
        { href: `${root}/find`, label: "Find a laboratory" },
      ]}
    >
      {children}
    </SiteFrame>
  );
}

import type { ReactNode } from "react";
import { SiteFrame } from "@/components/site/site-frame";

/** The product's own places: what it is, the ways in, and what integrators and operators look up. */
export default function RootHostLayout({ children }: { children: ReactNode }) {
  return (
    <SiteFrame
      width="full"
      links={[
        { href: "/#what", label: "What it does" },
        { href: "/#patients", label: "For patients" },
        { href: "/find", label: "Find my laboratory" },
      ]}
      action={{ href: "/sign-up", label: "Sign up a laboratory" }}
      foot={[
        { href: "/register", label: "Register" },
        { href: "/pre-register", label: "Tell me when it opens" },
        { href: "/api/docs", label: "API" },
        { href: "/permissions", label: "Who may do what" },
        { href: "/.well-known/security.txt", label: "Security" },
      ]}
    >
      {children}
    </SiteFrame>
  );
}

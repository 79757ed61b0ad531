import { Landing } from "@/components/site/landing";
import { SiteFrame } from "@/components/site/site-frame";

export const metadata = { title: "The landing page" };

export default function LandingPage() {
  return (
    <SiteFrame
      width="full"
      links={[
        { href: "/#what", label: "What it does" },
        { href: "/#patients", label: "For patients" },
        { href: "/#find", label: "Find my laboratory" },
      ]}
      action={{ href: "/sign-up", label: "Sign up a laboratory" }}
      foot={[{ href: "/api/docs", label: "API" }]}
    >
      <Landing
        rootDomain="medvuno.example"
        signUpHref="/sign-up"
        demoHref="https://demo.medvuno.example"
        findHref="/find-laboratory"
        portalHref="https://learn.medvuno.example"
        docsHref="/api/docs"
      />
    </SiteFrame>
  );
}

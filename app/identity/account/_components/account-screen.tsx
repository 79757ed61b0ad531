import type { ReactNode } from "react";
import { Screen } from "@/components/lab/screen";
import { PageHead } from "@/components/ui/page-head";
import { Tabs } from "@/components/ui/tabs";
import { pageActor } from "@/lib/api/page-actor";

/** The parts of an account, in the order people look for them. */
const parts = [
  { href: "/account", label: "Profile" },
  { href: "/account/security", label: "Signing in" },
  { href: "/account/sessions", label: "Sessions and devices" },
] as const;

type AccountScreenProps = {
  /** Which part this is. */
  at: (typeof parts)[number]["href"];
  title: string;
  actions?: ReactNode;
  children: ReactNode;
};

/** One page of the account: in the laboratory's shell where there is one, in the product's frame elsewhere. */
export async function AccountScreen({ at, title, actions, children }: AccountScreenProps) {
  const { laboratory } = await pageActor();
  const content = (
    <>
      <PageHead title={title} actions={actions} />
      <div className="mb-6">
        <Tabs label="Account" tabs={parts.map((part) => ({ ...part, current: part.href === at }))} />
      </div>
      {children}
    </>
  );
  return laboratory ? <Screen crumbs={[{ label: "Account" }]}>{content}</Screen> : content;
}

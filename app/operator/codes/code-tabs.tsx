import { Tabs } from "@/components/ui/tabs";

const parts = [
  { href: "/operator/codes", label: "Codes" },
  { href: "/operator/codes/verifications", label: "E-mail verifications" },
  { href: "/operator/codes/passwords", label: "Requests for a password" },
] as const;

/** What was mailed to somebody so that they prove who they are. */
export function CodeTabs({ at }: { at: (typeof parts)[number]["href"] }) {
  return (
    <div className="mb-4">
      <Tabs label="Codes and e-mails" tabs={parts.map((part) => ({ ...part, current: part.href === at }))} />
    </div>
  );
}

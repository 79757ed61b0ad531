import { Tabs } from "@/components/ui/tabs";

const parts = [
  { href: "/operator/registrations", label: "Waiting for their code" },
  { href: "/operator/registrations/to-be-told", label: "To be told when it opens" },
] as const;

export function RegistrationTabs({ at }: { at: (typeof parts)[number]["href"] }) {
  return (
    <div className="mb-4">
      <Tabs label="Registrations" tabs={parts.map((part) => ({ ...part, current: part.href === at }))} />
    </div>
  );
}

import { Tabs } from "@/components/ui/tabs";

const parts = [
  { href: "/operator/tasks", label: "Tasks" },
  { href: "/operator/tasks/schedules", label: "Schedules" },
] as const;

export function TaskTabs({ at }: { at: (typeof parts)[number]["href"] }) {
  return (
    <div className="mb-4">
      <Tabs label="Background work" tabs={parts.map((part) => ({ ...part, current: part.href === at }))} />
    </div>
  );
}

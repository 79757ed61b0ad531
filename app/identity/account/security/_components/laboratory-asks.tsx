import { duration } from "@/components/lab/turnaround";
import { DescriptionList } from "@/components/ui/description-list";
import { Section } from "@/components/ui/section";
import { roles as known, type Role } from "@/lib/core/access";
import type { LaboratoryRef } from "@/lib/core/actor";

/** What this laboratory asks of the people who sign in to it. */
export function LaboratoryAsks({ laboratory, roles }: { laboratory: LaboratoryRef; roles: readonly Role[] }) {
  const { name, secondFactorRoles, allowsEmailCode, passwordLengthMin, idleLockMinutes } = laboratory;
  const mine = roles.filter((role) => secondFactorRoles.includes(role)).map((role) => known[role].label);
  return (
    <Section title={`What ${name} asks for`}>
      <DescriptionList
        className="mt-1 max-w-180"
        items={[
          {
            term: "Second factor",
            value: mine.length > 0 ? `asked of you as ${mine.join(", ")}` : "not asked of your roles",
          },
          {
            term: "Code by mail",
            value: allowsEmailCode ? "may be used in place of the password" : "does not sign in here",
          },
          { term: "Password", value: `at least ${passwordLengthMin} characters` },
          {
            term: "Screen lock",
            value: idleLockMinutes ? `after ${duration(idleLockMinutes)} without a touch` : "none",
          },
        ]}
      />
    </Section>
  );
}

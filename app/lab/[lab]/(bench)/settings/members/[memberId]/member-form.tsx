"use client";

import { useRouter } from "next/navigation";
import { CheckboxListField } from "@/components/forms/choice-fields";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { AskButton } from "@/components/ui/ask-button";
import { LinkButton } from "@/components/ui/button";
import { Section } from "@/components/ui/section";
import { notify } from "@/components/ui/toast";
import { type Member, MemberChange } from "@/lib/laboratories/schema";
import { roleOptions } from "../_components/role-options";
import { RolesExplained } from "../_components/roles-explained";
import { changeMember, removeMember } from "../actions";

/** What a colleague may do, and the end of it. */
export function MemberForm({ member, isSelf }: { member: Member; isSelf: boolean }) {
  const router = useRouter();
  const input = { params: { memberId: member.id }, ifMatch: member.version };
  return (
    <>
      <Form
        schema={MemberChange}
        initial={{ roles: member.roles }}
        className="max-w-160"
        action={(body) => changeMember({ ...input, body })}
        onDone={() => notify({ title: "Roles saved", detail: `${member.name} is told by e-mail.` })}
      >
        <CheckboxListField
          name="roles"
          label="Roles"
          options={roleOptions}
          help={
            isSelf
              ? "These are your own: what you take away, only another administrator can give back."
              : undefined
          }
        />
        <RolesExplained />
        <div className="flex flex-wrap gap-2">
          <SubmitButton busy="Saving">Save</SubmitButton>
          <LinkButton href="/settings/members" look="quiet">
            Cancel
          </LinkButton>
        </div>
      </Form>
      <Section title="Remove from the laboratory">
        <p className="mb-3 max-w-[68ch] text-ink-2">
          Their sessions end at once, and they are told by e-mail. What they did stays in their name.
        </p>
        <AskButton
          look="danger"
          ask={{
            title: `Remove ${member.name}?`,
            about: `${member.name} (${member.email}) can no longer sign in to this laboratory.`,
            keep: "Keep them",
            act: "Remove them",
            busy: "Removing",
            onAct: async () => {
              const answer = await removeMember(input);
              if (answer.ok) router.push("/settings/members");
              return answer;
            },
          }}
        >
          Remove {member.name}
        </AskButton>
      </Section>
    </>
  );
}

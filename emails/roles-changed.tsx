import type { Message } from "./message";
import { Paragraph, Strong, Title } from "./parts";
import { asName, listed } from "./plain";

type RolesChanged = {
  to: string;
  changedBy: string;
  /** Labels of the roles from now on; empty when the person was removed from the laboratory. */
  roles: string[];
};

/** To a member whose roles somebody changed. */
export const rolesChanged: Message<RolesChanged> = {
  template: "roles-changed",
  subject: ({ roles }, brand) =>
    roles.length > 0 ? `Your roles in ${brand.name} have changed` : `You no longer work in ${brand.name}`,
  preview: ({ changedBy }) => `Changed by ${asName(changedBy)}.`,
  Body: ({ changedBy, roles, brand }) => (
    <>
      <Title>{roles.length > 0 ? "Your roles have changed" : "Your access has ended"}</Title>
      <Paragraph>
        {roles.length > 0 ? (
          <>
            {asName(changedBy)} changed your roles in {brand.name}. From now on you are{" "}
            <Strong>{listed(roles).toLowerCase()}</Strong> there.
          </>
        ) : (
          <>
            {asName(changedBy)} removed you from {brand.name}. You can no longer sign in there; your account
            stays yours.
          </>
        )}
      </Paragraph>
      <Paragraph isLast>
        If this is a surprise, ask {asName(changedBy)} or another administrator of the laboratory.
      </Paragraph>
    </>
  ),
  previewProps: { to: "grace@demo.test", changedBy: "Ada Okafor", roles: ["Scientist", "Cashier"] },
};

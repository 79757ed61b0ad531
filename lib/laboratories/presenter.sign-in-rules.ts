import { listed } from "@/emails/plain";
import { roles } from "@/lib/core/access";
import type { Laboratory } from "./schema";

/** What decides how people sign in to a laboratory. */
export type SignInRules = Pick<
  Laboratory,
  "secondFactorRoles" | "allowsEmailCode" | "passwordLengthMin" | "idleLockMinutes"
>;

/** A sentence for each rule that was changed: how it is from now on, and how it was. */
export function ruleChanges(before: SignInRules, after: SignInRules): string[] {
  const said: [keyof SignInRules, string][] = [
    ["secondFactorRoles", `A second factor is asked of ${people(after)}; until now of ${people(before)}.`],
    [
      "allowsEmailCode",
      after.allowsEmailCode
        ? "People may sign in with a code from their mail, which they could not until now."
        : "People can no longer sign in with a code from their mail.",
    ],
    [
      "passwordLengthMin",
      `The shortest password has ${after.passwordLengthMin} characters; until now ${before.passwordLengthMin}.`,
    ],
    ["idleLockMinutes", `A screen that nobody touches locks ${lock(after)}; until now ${lock(before)}.`],
  ];
  return said.flatMap(([rule, words]) =>
    JSON.stringify(before[rule]) === JSON.stringify(after[rule]) ? [] : [words],
  );
}

function people({ secondFactorRoles }: SignInRules): string {
  if (secondFactorRoles.length === 0) return "nobody";
  const labels = secondFactorRoles.map((role) => roles[role].label.toLowerCase());
  return `the ${labels.length === 1 ? "role" : "roles"} ${listed(labels)}`;
}

function lock({ idleLockMinutes }: SignInRules): string {
  if (idleLockMinutes === null) return "never";
  return `after ${idleLockMinutes} ${idleLockMinutes === 1 ? "minute" : "minutes"}`;
}

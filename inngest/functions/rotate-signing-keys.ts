import { rotateSigningKeys as rotateKeys } from "@/lib/accounts/operations/rotate-signing-keys";
import { background } from "../background";

export const rotateSigningKeys = background(
  {
    id: "rotate-signing-keys",
    summary: "Make a new signing key when the one in use is a month old, and retire what is over.",
    queue: "upkeep",
    cron: "41 3 * * *",
    retries: 3,
    timeLimitSeconds: 600,
  },
  ({ step }) => step.job("rotate", rotateKeys, null),
);

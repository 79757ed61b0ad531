import "server-only";
import type { z } from "zod";
import type { PlatformContext } from "@/lib/infra/operation";
import { askToProve } from "@/lib/infra/passkeys";
import {
  findPasskeys,
  knownPasskey,
  type PasskeyPurpose,
  writePasskeyChallenge,
} from "../repository.passkeys";
import type { PasskeyQuestion } from "../schema.second-factors";

/**
 * The question for a passkey of this host.
 * @param of.accountId whose; null where any may answer, and tells by that who comes.
 */
export async function askForPasskey(
  { db, actor, now }: Pick<PlatformContext, "db" | "actor" | "now">,
  of: { purpose: PasskeyPurpose; accountId: string | null },
): Promise<z.input<typeof PasskeyQuestion>> {
  const { from } = actor;
  const { accountId } = of;
  const challenge = await writePasskeyChallenge(db, now, { ...of, host: from.host });
  const known = accountId && (await findPasskeys(db, { accountId, host: from.host })).map(knownPasskey);
  const asked = await askToProve(from, { challenge, ...(known && { known }) });
  return {
    challenge: asked.challenge,
    rpId: asked.rpId ?? from.host,
    timeout: asked.timeout ?? 0,
    userVerification: "required",
    ...(asked.allowCredentials && {
      allowCredentials: asked.allowCredentials.map(({ id, transports = [] }) => ({
        id,
        type: "public-key" as const,
        transports: transports.map(String),
      })),
    }),
  };
}

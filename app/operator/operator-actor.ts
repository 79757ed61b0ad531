import "server-only";
import { notFound, redirect } from "next/navigation";
import type { z } from "zod";
import { currentPath, load } from "@/lib/api/load";
import { pageActor } from "@/lib/api/page-actor";
import type { Actor } from "@/lib/core/actor";
import { hostOf } from "@/lib/infra/hosts";
import type { AnyOperation } from "@/lib/infra/operation";

/** The zone in which the installation's times are told. */
export const zone = "UTC";

/**
 * The operator who looks. Who is not signed in is led to the door; to everybody else nothing is here. What they
 * may see is still each operation's to decide.
 */
export async function operatorActor(): Promise<Actor & { account: NonNullable<Actor["account"]> }> {
  const actor = await pageActor();
  const { account, from } = actor;
  if (from.host !== hostOf({ kind: "root" })) notFound();
  if (!account) redirect(`/sign-in?next=${encodeURIComponent(await currentPath())}`);
  if (!account.isOperator) notFound();
  return { ...actor, account };
}

/** As `load`, for a page of the console. */
export async function consoleLoad<Op extends AnyOperation>(
  op: Op,
  input: Parameters<typeof load>[1] = {},
): Promise<z.output<Op["output"]>> {
  await operatorActor();
  return load(op, input);
}

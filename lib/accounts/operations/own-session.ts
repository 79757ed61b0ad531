import "server-only";
import type { AccountRef, Actor } from "@/lib/core/actor";
import { Problem } from "@/lib/core/problem";
import type { PlatformDb } from "@/lib/infra/db";
import { findProof, type Proved, type SecondFactor } from "../repository.sessions";

/** Whose session this is, and what it has proved. */
export type OwnSession = {
  account: AccountRef;
  id: string;
  door: "browser" | "program";
  first: Proved["first"];
  second: SecondFactor | null;
  provedAt: Date;
};

/** @throws Problem "session_ended" when it ended meanwhile. */
export async function ownSession(db: PlatformDb, { account, session }: Actor): Promise<OwnSession> {
  const proof = session && (await findProof(db, session.id));
  if (!account || !session || !proof) {
    throw new Problem("session_ended", "Your session has ended. Sign in again.");
  }
  return { account, id: session.id, door: session.door, ...proof };
}

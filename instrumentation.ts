/**
 * Runs once when the server starts, before it answers.
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { nameThePeer } = await import("./lib/infra/peer");
  nameThePeer();
  if (process.env.NEXT_PHASE === "phase-production-build" || process.env.BACKGROUND === "off") return;
  const { workInThisProcess } = await import("./inngest/process");
  workInThisProcess();
}

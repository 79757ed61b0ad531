import { createHash } from "node:crypto";

/** An id that follows from its parts, as the database's function `id_from` makes it. */
export function idFrom(...parts: string[]): string {
  const hex = createHash("md5").update(parts.join(":")).digest("hex");
  // Version 8 and variant a: made after our own manner.
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, "$1-$2-8$3-a$4-$5");
}

/** Which task a run belongs to: the one it was asked for, or that of this event and this function. */
export function taskIdOf(
  functionId: string,
  event: { id?: string | undefined; data?: unknown },
  runId: string,
): string {
  const { data } = event;
  if (typeof data === "object" && data !== null && "taskId" in data && typeof data.taskId === "string") {
    return data.taskId;
  }
  return idFrom(event.id ?? runId, functionId);
}

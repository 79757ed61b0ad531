import type { z } from "zod";
import { tryLoad } from "@/lib/api/load";
import { problemResponse } from "@/lib/api/problem-response";
import { requestIdOf } from "@/lib/api/request-id";
import { snakeName, turnKeys } from "@/lib/api/wire";
import { readMailbox } from "@/lib/mailbox/operations/read-mailbox";

/** The mailbox for programs and tests, newest first. Absent in production. */
export async function GET(request: Request): Promise<Response> {
  const to = new URL(request.url).searchParams.get("to");
  const read = await tryLoad(readMailbox, { query: to ? { to } : {} });
  if (!read.ok) return problemResponse(read.problem, requestIdOf(request.headers));
  const mails: z.infer<typeof readMailbox.output> = read.value;
  return Response.json(turnKeys(mails, snakeName), { headers: { "cache-control": "no-store" } });
}

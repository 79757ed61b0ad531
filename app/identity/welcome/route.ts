import { openSession } from "@/lib/api/browser";
import { readOrigin } from "@/lib/api/door";
import { originOf } from "@/lib/infra/hosts";

/**
 * Arrives from the root host's sign-up with a single-use ticket (S18a). Only a form of the root host may post
 * here, and only a POST counts: a link that is followed does nothing.
 */
export async function POST(request: Request): Promise<Response> {
  const { from } = readOrigin(request.headers);
  const given = request.headers.get("origin");
  const ticket = (await request.formData()).get("ticket");
  const isFromRoot = given === originOf({ kind: "root" });
  let target = "/sign-in";
  if (isFromRoot && typeof ticket === "string" && ticket.length <= 200) {
    try {
      await openSession(ticket);
      target = "/";
    } catch {
      // A spent or late ticket: the person signs in with the password they have just chosen.
    }
  }
  return new Response(null, { status: 303, headers: { location: `${from.origin}${target}` } });
}

import { HttpResponse, http } from "msw";
import { setupServer } from "msw/node";

type Taken = { key: string | null; authorization: string | null; mail: Record<string, unknown> };

/** Resend's API as it is documented: one mail for each key, and whatever else it is told to answer next. */
export function aResend() {
  const asked: Taken[] = [];
  const sent = new Map<string, string>();
  const answers: (() => Response | Promise<Response>)[] = [];
  const server = setupServer(
    http.post("https://api.resend.com/emails", async ({ request }) => {
      // What the SDK sends is an object.
      const mail = (await request.json()) as Record<string, unknown>;
      const key = request.headers.get("idempotency-key");
      asked.push({ key, authorization: request.headers.get("authorization"), mail });
      const answer = answers.shift();
      if (answer) return answer();
      const name = key ?? `none-${asked.length}`;
      const id = sent.get(name) ?? `resend-${sent.size + 1}`;
      sent.set(name, id);
      return HttpResponse.json({ id });
    }),
  );
  const refuse = (status: number, name: string, message: string) =>
    answers.push(() => HttpResponse.json({ statusCode: status, name, message }, { status }));
  return { asked, sent, answers, refuse, server };
}

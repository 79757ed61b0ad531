import { describe, expect, it, vi } from "vitest";
import { listProviders } from "@/lib/laboratories/operations/list-providers";
import { a } from "@/tests/support/a";
import { announce } from "@/tests/support/background";
import { metrics } from "./metrics";

const token = vi.hoisted(() => {
  process.env.METRICS_TOKEN = "a-token-for-prometheus-alone";
  return process.env.METRICS_TOKEN;
});

const ask = (authorization?: string) =>
  metrics(new Request("http://10.0.0.7:3000/metrics", { headers: authorization ? { authorization } : {} }));

/** The value of one line, by its name and labels. */
function shownAt(text: string, line: string): number {
  const found = text.split("\n").find((each) => each.startsWith(`${line} `));
  return Number(found?.slice(line.length + 1) ?? Number.NaN);
}

describe("P11 T9 the figures of a process", () => {
  it("are shown to who has the token, and to nobody else", async () => {
    for (const given of [undefined, "Bearer ", "Bearer another-token-of-this-size", `Basic ${token}`]) {
      expect((await ask(given)).status).toBe(401);
    }
    const answer = await ask(`Bearer ${token}`);
    expect([answer.status, answer.headers.get("cache-control")]).toEqual([200, "no-store"]);
    expect(answer.headers.get("content-type")).toMatch(/^text\/plain/);
  });

  it("count operations by how they ended, and what waits; no laboratory and nobody is named", async () => {
    const lab = await a.laboratory({ name: "Harbour Laboratory" });
    await lab.administrator.does(listProviders);
    await lab.administrator.does(listProviders);
    await expect(lab.anonymous().does(listProviders)).rejects.toThrow();
    await announce("mail.died", { mailId: "x" });
    const text = await (await ask(`Bearer ${token}`)).text();
    const of = (outcome: string) =>
      shownAt(text, `medvuno_operations_total{operation="${listProviders.id}",outcome="${outcome}"}`);
    expect([of("done"), of("unauthenticated")]).toEqual([2, 1]);
    expect(shownAt(text, `medvuno_operation_seconds_count{operation="${listProviders.id}"}`)).toBe(3);
    expect(shownAt(text, "medvuno_outbox_waiting")).toBeGreaterThan(0);
    expect(text).toMatch(/^medvuno_database_connections\{role="lims_lab",state="idle"\} \d+$/m);
    for (const secret of [lab.ref.id, lab.ref.slug, "Harbour", lab.administrator.email, token]) {
      expect(text).not.toContain(secret);
    }
  });
});

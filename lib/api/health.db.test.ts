import { describe, expect, it, vi } from "vitest";
import { alone } from "@/lib/infra/transaction";
import { announce } from "@/tests/support/background";
import { asOwner } from "@/tests/support/rows-of";
import { health } from "./health";

// Nobody listens there.
vi.hoisted(() =>
  Object.assign(process.env, {
    UPSTASH_REDIS_REST_URL: "http://127.0.0.1:9",
    UPSTASH_REDIS_REST_TOKEN: "none",
  }),
);

async function look(query = "?deep=1") {
  const answer = await health(new Request(`http://lims.test/health${query}`));
  const said = await answer.json();
  const parts = Object.entries(said.parts ?? {}).map(([name, part]) => [
    name,
    (part as { status: string }).status,
  ]);
  return { http: answer.status, status: said.status, ...Object.fromEntries(parts) };
}

describe("H12 the health of each part", () => {
  it("is degraded while limits cannot be counted: pages and programs go on", async () => {
    expect(await look("")).toEqual({ http: 200, status: "up" });
    expect(await look()).toEqual({
      ...{ http: 200, status: "degraded" },
      ...{ database: "up", accounts_database: "up", cache: "down", mail: "up", background: "up" },
    });
  });

  it("says that mails do not leave once one was tried and waits for five minutes", async () => {
    await alone(
      "lims_platform",
      `insert into mail (id, recipient, subject, template, sender, attempts, created_at)
       values (gen_random_uuid(), 'ada@north.test', 'A mail', 'welcome', 'MedVuno', 1, now() - interval '4 minutes')`,
      [],
    );
    expect((await look()).mail).toBe("up");
    await alone("lims_platform", "update mail set next_try_at = now(), attempts = 2", []);
    await asOwner("update mail set created_at = now() - interval '6 minutes'", []);
    expect((await look()).mail).toBe("down");
    await alone("lims_platform", "update mail set state = 'sent'", []);
    expect((await look()).mail).toBe("up");
  });

  it("says that nobody does the background work once a fact has waited for five minutes", async () => {
    const id = await announce("mail.died", { mailId: "x" });
    expect((await look()).background).toBe("up");
    await alone(
      "lims_platform",
      "update outbox set created_at = now() - interval '6 minutes' where id = $1",
      [id],
    );
    expect((await look()).background).toBe("down");
    await alone("lims_platform", "update outbox set dispatched_at = now() where id = $1", [id]);
    expect((await look()).background).toBe("up");
  });
});

import { z } from "zod";
import { now } from "@/lib/core/clock";
import { wakeRunner } from "@/lib/infra/background/wake";
import { alone } from "@/lib/infra/transaction";

const Events = z.array(
  z.looseObject({ id: z.uuid(), name: z.string().min(1), data: z.record(z.string(), z.unknown()) }),
);

/**
 * The SDK's way out. What a function sends goes into the outbox like every other fact, under an id that follows from
 * its step; the dispatcher hands it on. Everything else passes.
 */
export async function throughOutbox(input: string | URL | Request, init?: RequestInit): Promise<Response> {
  const url = new URL(input instanceof Request ? input.url : input);
  if (init?.method !== "POST" || !url.pathname.startsWith("/e/")) return fetch(input, init);
  const events = Events.parse(JSON.parse(String(init.body)));
  await alone(
    "lims_platform",
    `insert into outbox (id, laboratory_id, name, payload, created_at)
     select e.id, (e.data->>'laboratoryId')::uuid, e.name, e.data - 'laboratoryId', $2
     from jsonb_to_recordset($1) as e(id uuid, name text, data jsonb)
     on conflict (id) do nothing`,
    [JSON.stringify(events), now()],
  );
  wakeRunner();
  return Response.json({ ids: events.map(({ id }) => id), status: 200 });
}

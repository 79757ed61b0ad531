import { now } from "@/lib/core/clock";
import { ask, inTransaction } from "../transaction";
import type { Carrier, FunctionCard } from "./card";

/** A fact on its way out. Its id is the outbox row's: whoever gets it twice knows it. */
export type Departing = { id: string; name: string; data: Record<string, unknown>; ts: number };

type Waiting = {
  id: string;
  name: string;
  laboratory_id: string | null;
  payload: Record<string, string>;
  created_at: Date;
};

const batch = 200;

/**
 * Hands waiting facts on, oldest first: each becomes one task of each function that answers to it.
 * Tasks and the mark on the fact are one transaction; several processes may do this at once.
 * @param send how facts leave for Inngest. A crash after it and before the mark sends them again under the same ids.
 * @returns how many facts were taken.
 */
export async function dispatch(
  cards: readonly FunctionCard[],
  carrier: Carrier,
  send?: (facts: Departing[]) => Promise<void>,
): Promise<number> {
  return inTransaction("lims_platform", { laboratoryId: null }, async () => {
    const { rows } = await ask({
      name: "outbox_waiting",
      text: `select id, name, laboratory_id, payload, created_at from outbox where dispatched_at is null
        order by id limit ${batch} for update skip locked`,
    });
    // The statement's own select list.
    const waiting = rows as Waiting[];
    if (waiting.length === 0) return 0;
    const awaited = new Set(cards.flatMap((card) => card.events));
    const wanted = waiting.filter(({ name }) => awaited.has(name));
    if (wanted.length > 0) {
      await becomeTasks(cards, carrier, wanted);
      await send?.(wanted.map(departing));
    }
    await ask({
      name: "outbox_handed_on",
      text: "update outbox set dispatched_at = $2 where id = any($1)",
      values: [waiting.map(({ id }) => id), now()],
    });
    return waiting.length;
  });
}

function departing({ id, name, laboratory_id: laboratoryId, payload, created_at: at }: Waiting): Departing {
  return { id, name, data: { ...payload, laboratoryId }, ts: at.getTime() };
}

async function becomeTasks(
  cards: readonly FunctionCard[],
  carrier: Carrier,
  facts: Waiting[],
): Promise<void> {
  const listeners = cards.flatMap((card) => card.events.map((event) => ({ event, ...termsOf(card) })));
  await ask({
    name: "tasks_of_facts",
    // A task that was asked for by name is there already, and waits for its carrier.
    text: `insert into task as t (id, function_id, queue, laboratory_id, event_id, event_name, data, carrier,
        max_attempts, time_limit_seconds, limit_key, limit_count, due_at, created_at)
      select coalesce((f.payload->>'taskId')::uuid, id_from(f.id || ':' || c.function_id)), c.function_id, c.queue,
        f.laboratory_id, f.id, f.name, f.payload || jsonb_build_object('laboratoryId', f.laboratory_id), $3,
        c.max_attempts, c.time_limit_seconds,
        case when c.each = 'laboratory' then c.function_id || ':' || coalesce(f.laboratory_id::text, 'none')
          when c.each = 'installation' then c.function_id end,
        c.count, $4, $4
      from jsonb_to_recordset($1) as f(id text, name text, laboratory_id uuid, payload jsonb)
      join jsonb_to_recordset($2) as c(event text, function_id text, queue text, max_attempts int,
        time_limit_seconds int, count int, each text) on c.event = f.name
      on conflict (id) do update set carrier = excluded.carrier, queue = excluded.queue, event_id = excluded.event_id,
        event_name = excluded.event_name, data = excluded.data, max_attempts = excluded.max_attempts,
        time_limit_seconds = excluded.time_limit_seconds, limit_key = excluded.limit_key,
        limit_count = excluded.limit_count, due_at = excluded.due_at
      where t.carrier is null and t.state = 'PENDING'`,
    values: [JSON.stringify(facts), JSON.stringify(listeners), carrier, now()],
  });
}

/** A card as the columns of its tasks. */
export function termsOf({ id, queue, maxAttempts, timeLimitSeconds, atOnce }: FunctionCard) {
  return {
    function_id: id,
    queue,
    max_attempts: maxAttempts,
    time_limit_seconds: timeLimitSeconds,
    count: atOnce?.count ?? null,
    each: atOnce?.each ?? null,
  };
}

import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import { log } from "../log";
import type { Carrier, FunctionCard } from "./card";
import { claim } from "./claim";
import { type Departing, dispatch } from "./dispatch";
import { type Driver, drive } from "./drive";
import { fireSchedules, writeSchedules } from "./schedules";
import { onWake } from "./wake";

export type RunnerWish = Pick<Driver, "handler" | "app" | "at"> & {
  cards: readonly FunctionCard[];
  carrier: Carrier;
  /** How facts leave for Inngest. */
  send?: (facts: Departing[]) => Promise<void>;
  /** Tasks at work at once in this process. */
  workers?: number;
};

export type Runner = {
  /** Does all there is to do now, and comes back. */
  tick(): Promise<void>;
  /** Works from now on, beside everything else in this process. A database that is not there yet is waited for. */
  start(): void;
  /** Takes nothing new, lets the steps at work end, and lays their tasks down. */
  stop(): Promise<void>;
};

const pollMilliseconds = 1000;
const troubledMilliseconds = 5000;
// An operation's transaction is usually over by then.
const wakeMilliseconds = 25;
const stopMilliseconds = 20_000;

export function makeRunner(wish: RunnerWish): Runner {
  const { cards, carrier, send, workers = 3 } = wish;
  const worker = `${hostname()}:${process.pid}:${randomUUID().slice(0, 8)}`;
  const atWork = new Set<Promise<void>>();
  let isStopping = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let round: Promise<void> | undefined;
  let isAskedAgain = false;
  let isWrittenDown = false;
  const driver: Driver = { handler: wish.handler, app: wish.app, worker, isStopping: () => isStopping };
  if (wish.at) driver.at = wish.at;

  async function handOn(): Promise<void> {
    if (!isWrittenDown) await writeSchedules(cards);
    isWrittenDown = true;
    while (!isStopping && (await dispatch(cards, carrier, send)) > 0);
    if (carrier === "embedded") await fireSchedules(cards);
  }

  async function tick(): Promise<void> {
    for (;;) {
      await handOn();
      const task = await claim(worker);
      if (!task) return;
      await drive(task, driver);
    }
  }

  /** Fills the free places with what is due. */
  async function fill(): Promise<void> {
    await handOn();
    while (!isStopping && atWork.size < workers) {
      const task = await claim(worker);
      if (!task) return;
      const work: Promise<void> = drive(task, driver)
        .catch((error: unknown) => log.error({ error, task: task.id }, "a task could not be written down"))
        .finally(() => {
          atWork.delete(work);
          plan(0);
        });
      atWork.add(work);
    }
  }

  function plan(milliseconds: number): void {
    if (isStopping) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (round) isAskedAgain = true;
      round ??= fill()
        .then(() => plan(isAskedAgain ? 0 : pollMilliseconds))
        .catch((error: unknown) => {
          // The database is away, or Inngest: facts and tasks wait.
          log.warn({ error }, "background work waits");
          plan(troubledMilliseconds);
        })
        .finally(() => {
          round = undefined;
          isAskedAgain = false;
        });
    }, milliseconds);
    timer.unref();
  }

  return {
    tick,
    start() {
      onWake(() => plan(wakeMilliseconds));
      plan(0);
    },
    async stop() {
      isStopping = true;
      clearTimeout(timer);
      onWake(null);
      const ended = Promise.all([round, ...atWork]);
      await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, stopMilliseconds).unref())]);
    },
  };
}

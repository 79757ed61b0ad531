import { beforeEach, describe, expect, it } from "vitest";
import { leaseSeconds } from "@/lib/infra/background/claim";
import { a } from "@/tests/support/a";
import { Killed, mortalRunner, tasksOf } from "@/tests/support/background";
import { functionStories, type House } from "@/tests/support/function-stories";
import { embeddedRunner } from "./embedded";
import { functions } from "./functions";

let house: House;

beforeEach(async () => {
  // Mail and sealing compare with the database's own clock: begin where it is.
  const clock = a.clock(new Date());
  const tick = () => embeddedRunner(functions).tick();
  house = { clock, tick, lab: await a.laboratory(), operator: await a.operator() };
});

describe("S28 T7 every function", () => {
  it("has its story here", () => {
    expect(Object.keys(functionStories).sort()).toEqual(functions.map(({ card }) => card.id).sort());
  });

  it.each(functions.map(({ card }) => card.id))(
    "%s does its work once, though its process dies again and again",
    async (id) => {
      const story = functionStories[id];
      if (!story) throw new Error(id);
      // Turns of the clock in the stories before have begun this function, too.
      const earlier = new Set((await tasksOf(id)).map((task) => task.id));
      await story.begin(house);
      // Each process lives one moment longer than the one before it: the work is begun, lost and taken up.
      for (let life = 1, isOver = false; !isOver && life < 60; life += 1) {
        try {
          await mortalRunner(functions, life).tick();
          isOver = !(await isAtWork(id));
        } catch (error) {
          expect(error).toBeInstanceOf(Killed);
        }
        house.clock.pass((leaseSeconds + 1) * 1000);
      }
      expect(await story.came(house)).toBe(1);
      const tasks = (await tasksOf(id)).filter((task) => !earlier.has(task.id));
      expect(tasks.length).toBeGreaterThan(0);
      for (const task of tasks) expect(task).toMatchObject({ state: "SUCCESS", error: null });
    },
  );
});

async function isAtWork(functionId: string): Promise<boolean> {
  return (await tasksOf(functionId)).some(({ state }) => ["PENDING", "STARTED", "RETRY"].includes(state));
}

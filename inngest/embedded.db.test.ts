import { beforeEach, describe, expect, it } from "vitest";
import { openTask } from "@/lib/tasks/operations/open-task";
import { requestTask } from "@/lib/tasks/operations/request-task";
import { a } from "@/tests/support/a";
import { embeddedRunner } from "./embedded";
import { functions } from "./index";

describe("probe", () => {
  it("runs a self test", async () => {
    const clock = a.clock("2026-11-20T08:00:00Z");
    const lab = await a.laboratory();
    const task = await lab.administrator.does(requestTask, { body: { type: "self_test" } });
    const runner = embeddedRunner(functions);
    await runner.tick();
    console.log(await lab.administrator.does(openTask, { params: { taskId: task.id } }));
    clock.pass(2000);
    await runner.tick();
    console.log(await lab.administrator.does(openTask, { params: { taskId: task.id } }));
  });
});

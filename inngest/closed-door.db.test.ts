import { expect, it } from "vitest";
import { inngestDoor } from "./door";

it("S28 without Inngest's keys there is no door for it", async () => {
  for (const method of ["GET", "POST", "PUT"]) {
    const body = method === "GET" ? null : "{}";
    const headers = { host: "lims.test", "x-inngest-signature": "t=1&s=1" };
    const answer = await inngestDoor(new Request("http://lims.test/api/inngest", { method, headers, body }));
    expect(answer.status).toBe(404);
  }
});

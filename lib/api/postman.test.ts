import { describe, expect, it } from "vitest";
import { postmanCollection, postmanEnvironment } from "./postman";
import { registry } from "./registry";

type Request = { method: string; url: { raw: string }; body?: { raw: string } };
type Folder = { name: string; item: { name: string; request: Request }[] };

const folders = postmanCollection().item as Folder[];
const requests = folders.flatMap(({ item }) => item);

describe("P9 the Postman collection", () => {
  it("P9 has every operation that programs can call, once", () => {
    const called = registry.filter(({ http }) => http !== "page").map(({ id }) => id);
    expect(requests.map(({ name }) => name).sort()).toEqual([...called].sort());
  });

  it("P9 sends each to the environment's address, with a body its operation reads", () => {
    const variables = (postmanEnvironment().values as { key: string }[]).map(({ key }) => key);
    expect(variables).toEqual(expect.arrayContaining(["base_url", "access", "refresh"]));
    for (const { name, request } of requests) {
      expect(request.url.raw, name).toMatch(/^\{\{base_url\}\}\/[a-z]/);
      if (request.body) expect(() => JSON.parse(request.body?.raw ?? ""), name).not.toThrow();
    }
  });

  it("P9 fills in what is asked for, in the wire's own names", () => {
    const register = requests.find(({ name }) => name === "patients.register");
    const body = JSON.parse(register?.request.body?.raw ?? "{}");
    expect(Object.keys(body)).toEqual(expect.arrayContaining(["family_name"]));
  });
});

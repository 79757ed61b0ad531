import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { rootDomain } from "../../scripts/lib/e2e-addresses.mjs";
import { call } from "./support/api";
import { knock } from "./support/knock";
import { hearComplaints, violations } from "./support/page-faults";

type Example = { line: string; headers: Record<string, string>; body: unknown };

/** The curl calls of a page, as what they send. Shell variables are filled in by the test. */
function examples(path: string, variables: () => Record<string, string>): (() => Example)[] {
  const blocks = [...readFileSync(path, "utf8").matchAll(/```sh\n([\s\S]*?)```/g)].map(
    ([, text]) => text ?? "",
  );
  const commands = blocks
    .join("\n")
    .replaceAll("\\\n", " ")
    .split("\n")
    .filter((line) => line.trim().startsWith("curl"));
  return commands.map((command) => () => {
    // `'$PATIENT'` closes and opens the shell's quotes around a variable; what it stands for goes in their place.
    const filled = command.replaceAll(/'?\$([A-Z]+)'?/g, (_, name: string) => variables()[name] ?? "");
    const url = /https?:\/\/[^\s'"]+/.exec(filled)?.[0] ?? "";
    const { pathname, search } = new URL(url);
    const headers = Object.fromEntries(
      [...filled.matchAll(/-H ['"]([\w-]+): ([^'"]+)['"]?/g)].map(([, name, value]) => [
        name ?? "",
        (value ?? "").trim(),
      ]),
    );
    const sent = /-d '([\s\S]*)'\s*$/.exec(filled)?.[1];
    return { line: `${sent ? "POST" : "GET"} ${pathname}${search}`, headers, body: sent && JSON.parse(sent) };
  });
}

test("M22 the examples for integrators work as they are written", async () => {
  const variables: Record<string, string> = {};
  const [signIn, find, order, ...others] = examples("docs/integrator.md", () => variables);
  expect(others).toEqual([]);
  const run = async (example: (() => Example) | undefined) => {
    const { line, headers, body } = example?.() ?? { line: "", headers: {}, body: undefined };
    return call("demo", line, { headers, ...(body !== undefined && { body }) });
  };
  const signedIn = await run(signIn);
  expect(signedIn.status).toBe(200);
  variables.ACCESS = signedIn.body.access;
  const found = await run(find);
  expect(found.body.data[0].display_name).toContain("JONES");
  variables.PATIENT = found.body.data[0].id;
  const placed = await run(order);
  expect(placed.status, JSON.stringify(placed.body)).toBe(201);
  expect(placed.body.accession_number).toMatch(/^\d{6}-\d{5}$/);
});

test("M9 the API describes itself, in JSON, in YAML and for people", async ({ page }) => {
  const { body } = await call("demo", "GET /api/schema");
  expect(body.openapi).toMatch(/^3\.1/);
  expect(Object.keys(body.paths).length).toBeGreaterThan(60);
  const yaml = await call("demo", "GET /api/schema?format=yaml");
  expect(yaml.bytes.toString()).toMatch(/^openapi: 3\.1/);
  const complaints = hearComplaints(page);
  await page.goto("/api/docs");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("MedVuno LIMS");
  const signIn = page.locator(".opblock", { hasText: "/api/v1/auth/login" }).first();
  await signIn.locator(".opblock-summary-control").click();
  await signIn.getByRole("button", { name: "Try it out" }).click();
  await expect(signIn.getByLabel("Request body", { exact: true })).toContainText("identifier");
  expect(await violations(page)).toEqual([]);
  expect(complaints.stop()).toEqual([]);
  const icon = await knock(`demo.${rootDomain}`, "/favicon.ico");
  expect(icon.headers["content-type"]).toMatch(/icon/);
});

test("H6 H12 T8 the service says that it is alive, and which of its parts are", async () => {
  expect((await call("demo", "GET /health")).body).toEqual({ status: "up" });
  const deep = await call("demo", "GET /health?deep=1");
  // Figures are for who set a token for them: here nobody did.
  expect((await knock(`demo.${rootDomain}`, "/metrics")).status).toBe(404);
  expect([deep.status, deep.body.status]).toEqual([200, "up"]);
  for (const part of ["database", "accounts_database", "cache", "mail", "background"]) {
    expect([part, deep.body.parts[part].status]).toEqual([part, "up"]);
  }
});

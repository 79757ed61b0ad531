import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { expect, it } from "vitest";

const page = "docs/security.md";
const [begin, end] = ["<!-- tests: written by tests/docs/security.test.ts from here -->", "<!-- to here -->"];

/** Promises that are about what does not exist yet. */
const ahead = new Set(["S23", "S24"]);

/** Which test files bear a promise's number in a test's name. */
function testsOf(): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  const files = ["lib", "emails", "tests", "inngest", "components", "app", "scripts"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((file) => /\.(test|spec)\.tsx?$/.test(file))
      .map((file) => `${folder}/${file}`),
  );
  for (const file of files.sort()) {
    const names = readFileSync(file, "utf8").matchAll(
      /\b(?:it|test|describe)(?:\.each\([\s\S]*?\))?\(\s*["`]([^"`]+)["`]/g,
    );
    for (const [, name = ""] of names) {
      for (const [id] of name.matchAll(/\bS\d{1,2}a?\b/g)) {
        found.set(id, (found.get(id) ?? new Set()).add(file));
      }
    }
  }
  return found;
}

function table(promised: string[], tests: Map<string, Set<string>>): string {
  const rows = promised.map((id) => {
    const files = [...(tests.get(id) ?? [])].map((file) => `[${file.split("/").at(-1)}](../${file})`);
    return `| ${id} | ${files.join(", ") || "–"} |`;
  });
  return ["| promise | tests |", "|---|---|", ...rows].join("\n");
}

it("every security promise has a test that bears its number, and the page names it", () => {
  const text = readFileSync(page, "utf8");
  const promised = [...text.matchAll(/^\*\*(S\d+a?)\*\*/gm)].map(([, id = ""]) => id);
  expect(promised.length).toBeGreaterThan(29);
  const tests = testsOf();
  expect(promised.filter((id) => !tests.has(id) && !ahead.has(id))).toEqual([]);

  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  expect(from).toBeGreaterThan(0);
  const wanted = `${text.slice(0, from)}${begin}\n${table(promised, tests)}\n${text.slice(to)}`;
  if (process.env.UPDATE_DOCS) writeFileSync(page, wanted);
  expect(readFileSync(page, "utf8"), "Run it with UPDATE_DOCS=1 and look at what changed.").toBe(wanted);
});

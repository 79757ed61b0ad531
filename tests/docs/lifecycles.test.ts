import { readFileSync, writeFileSync } from "node:fs";
import { expect, it } from "vitest";
import { accountLifecycle, providerLifecycle } from "@/lib/accounts/lifecycle";
import { invoiceLifecycle } from "@/lib/billing/lifecycle";
import type { Lifecycle } from "@/lib/core/lifecycle";
import { laboratoryLifecycle } from "@/lib/laboratories/lifecycle";
import { mailLifecycle } from "@/lib/mailbox/lifecycle";
import { orderLifecycle } from "@/lib/orders/lifecycle";
import { resultLifecycle } from "@/lib/results/lifecycle";
import { sampleLifecycle } from "@/lib/samples/lifecycle";
import { taskLifecycle } from "@/lib/tasks/lifecycle";

const path = "docs/lifecycles.md";

/** Printed from the tables the product runs on; `UPDATE_DOCS=1 npm run test:unit` writes it anew. */
function print(): string {
  const all = [
    orderLifecycle,
    sampleLifecycle,
    resultLifecycle,
    invoiceLifecycle,
    accountLifecycle,
    providerLifecycle,
    laboratoryLifecycle,
    mailLifecycle,
    taskLifecycle,
  ];
  const intro =
    "# Life cycles\n\nPrinted from `lib/<room>/lifecycle.ts`, which is what the product obeys; a test holds this page to it.\n";
  return [intro, ...all.map((each) => section(each as Lifecycle<string, string>))].join("\n");
}

function section({ noun, initial, states, moves }: Lifecycle<string, string>): string {
  const lines = Object.entries(moves).flatMap(([name, { from, to }]) =>
    from.map((state) => `  ${state} --> ${to}: ${name.replaceAll("_", " ")}`),
  );
  const needs = Object.entries(moves)
    .filter(([, move]) => move.needs)
    .map(([name, move]) => `- **${name.replaceAll("_", " ")}** needs ${lowered(move.needs ?? "")}`);
  const title = `${noun.charAt(0).toUpperCase()}${noun.slice(1)}`;
  const words = Object.values(states).map(({ label }) => label.toLowerCase());
  return [
    `## ${title}`,
    "",
    `States: ${words.join(", ")}.`,
    "",
    "```mermaid",
    "stateDiagram-v2",
    `  [*] --> ${initial}`,
    ...lines,
    "```",
    ...(needs.length > 0 ? ["", ...needs] : []),
    "",
  ].join("\n");
}

it("prints the life cycles as the product obeys them", () => {
  if (process.env.UPDATE_DOCS) writeFileSync(path, print());
  expect(readFileSync(path, "utf8")).toBe(print());
});

function lowered(sentence: string): string {
  return `${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`.replace(/[.]$/, "");
}

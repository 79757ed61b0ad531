import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

const alias = { "server-only": path("./scripts/lib/empty.mjs"), "@": path(".") };
const exclude = ["**/node_modules/**", "**/.next/**", "**/.data/**", "tests/e2e/**"];

export default defineConfig({
  test: {
    // As many as there are processors, and never one alone: half of what a test waits for is the database.
    maxWorkers: Math.max(2, availableParallelism()),
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          environment: "node",
          include: ["**/*.test.ts", "**/*.test.tsx"],
          exclude: [...exclude, "**/*.db.test.ts"],
          setupFiles: ["tests/support/unit-setup.ts"],
          // Property tests and PDFs, on a machine that builds at the same time.
          testTimeout: 30_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: "database",
          environment: "node",
          include: ["**/*.db.test.ts"],
          exclude,
          globalSetup: ["tests/support/database.ts"],
          setupFiles: ["tests/support/database-setup.ts"],
          // One process for each file: application modules read their environment once, when they load.
          pool: "forks",
          isolate: true,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
    coverage: {
      provider: "v8",
      include: ["lib/**", "emails/**", "components/**"],
      reportsDirectory: "coverage",
    },
  },
});

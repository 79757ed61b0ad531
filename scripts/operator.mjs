// Makes somebody an operator of this installation:
//
//   npm run operator -- --email ada@example.org [--first-name Ada] [--last-name Okafor]
//
// An account that has this address becomes an operator's. Without one an account is made, and its password is
// asked for (or read as the first line of standard input). Works on the database of DATABASE_URL, or on the
// installation's own.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { parseArgs } from "node:util";
import { databaseUrls } from "./lib/database-urls.mjs";
import { inRoot } from "./lib/paths.mjs";
import { reachDatabase } from "./lib/reach-database.mjs";
import { giveUp } from "./lib/say.mjs";

const given = readArguments();
const reached = await reachDatabase().catch(giveUp);
try {
  const tsx = inRoot("node_modules", "tsx", "dist", "cli.mjs");
  const args = ["--tsconfig", inRoot("tsconfig.scripts.json"), inRoot("scripts", "make-operator.ts")];
  const program = spawn(process.execPath, [tsx, ...args, JSON.stringify(given)], {
    stdio: "inherit",
    env: {
      ...process.env,
      ...databaseUrls({ DATABASE_URL: reached.url }, reached.authSecret),
      AUTH_SECRET: reached.authSecret,
    },
  });
  const [code] = await once(program, "close");
  process.exitCode = code ?? 1;
} finally {
  await reached.leave();
}

function readArguments() {
  try {
    const { values } = parseArgs({
      options: {
        email: { type: "string" },
        "first-name": { type: "string" },
        "last-name": { type: "string" },
      },
    });
    if (!values.email) throw new Error("Whom? npm run operator -- --email ada@example.org");
    return { email: values.email, firstName: values["first-name"], lastName: values["last-name"] };
  } catch (error) {
    return giveUp(error);
  }
}

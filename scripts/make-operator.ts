import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import { z } from "zod";
import { job } from "@/lib/api/job";
import { Problem } from "@/lib/core/problem";
import { env } from "@/lib/infra/env";
import { originOf } from "@/lib/infra/hosts";
import { closePools } from "@/lib/infra/transaction";
import { makeOperator } from "@/lib/operator/operations/make-operator";

/*
 * The second half of scripts/operator.mjs, which knows the database: goes through the operation as a job, so that
 * it is held to the same rules and leaves the same trail as everything else.
 */
const Given = z.object({
  email: z.string(),
  firstName: z.string().optional(),
  lastName: z.string().optional(),
});
const given = Given.parse(JSON.parse(process.argv[2] ?? "{}"));

try {
  const made = await make();
  const what = made.isNew
    ? "was made, and is an operator"
    : made.wasOperator
      ? "is an operator already"
      : "is an operator now";
  console.log(`${made.email} (${made.publicId}) ${what}.`);
  console.log(`The console: ${originOf({ kind: "root" })}/operator`);
  if (env().isProduction && made.isNew) console.log("Sign in, and add a second factor in your account.");
} catch (error) {
  if (!(error instanceof Problem)) throw error;
  const faults = Object.values(error.extras.errors ?? {}).flat();
  console.error([error.message, ...faults].join("\n"));
  process.exitCode = 1;
} finally {
  await closePools();
}

/** Nobody is asked for a password whose account is there. */
async function make() {
  try {
    return await job(makeOperator, null, { body: given });
  } catch (error) {
    if (!(error instanceof Problem) || !error.extras.errors?.password) throw error;
    console.log(`Nobody has the address ${given.email} yet: an account is made.`);
    return await job(makeOperator, null, { body: { ...given, password: await askPassword() } });
  }
}

/** What is typed is not shown. */
async function askPassword(): Promise<string> {
  process.stdout.write("Password: ");
  const silence = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: silence, terminal: process.stdin.isTTY });
  const password = await lines.question("");
  lines.close();
  process.stdout.write("\n");
  return password;
}

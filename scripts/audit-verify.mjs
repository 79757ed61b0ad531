// Proves that no audit event was altered, removed or reordered since it was sealed:
//
//   npm run audit:verify
//
// Prints for each trail how many events are sealed and how many not yet, and the hash of the last seal: whoever
// keeps that elsewhere can tell later whether the end of a trail was cut off. Fails when anything does not fit.
import pg from "pg";
import { verifyAudit } from "./lib/audit-verify.mjs";
import { reachDatabase } from "./lib/reach-database.mjs";
import { giveUp } from "./lib/say.mjs";

const reached = await reachDatabase().catch((error) => giveUp(error.message));
const client = new pg.Client({ connectionString: reached.url });
await client.connect();
try {
  const reports = await verifyAudit(client);
  for (const { chain, sealed, unsealed, head, faults } of reports) {
    const state = faults.length === 0 ? "sound" : "BROKEN";
    console.log(`${state}  ${chain}: ${sealed} sealed, ${unsealed} not yet; last seal ${head ?? "none"}`);
    for (const fault of faults) console.log(`        ${fault}`);
  }
  const broken = reports.filter(({ faults }) => faults.length > 0).length;
  console.log(broken === 0 ? "Every trail is whole." : `${broken} of ${reports.length} trails do not fit.`);
  if (broken > 0) process.exitCode = 1;
} finally {
  await client.end();
  await reached.leave();
}

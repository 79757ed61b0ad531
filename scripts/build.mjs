// Makes the production build in .next, with the Prisma client it needs.
import { build } from "./lib/build.mjs";
import { generateClient } from "./lib/prisma-client.mjs";

try {
  generateClient();
  console.log(await build());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

// Writes the Prisma client from prisma/schema into lib/infra/prisma.
import { generateClient } from "./lib/prisma-client.mjs";

generateClient({ force: true });

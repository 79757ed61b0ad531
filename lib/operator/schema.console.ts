import { z } from "zod";

const Waiting = z.int().meta({ description: "Counted up to 100.", example: 3 });

/** What waits for an operator, and what may be told of the whole. */
export const Overview = z.object({
  providersPending: Waiting,
  registrationsPending: Waiting,
  suspicionsOpen: Waiting,
  mailsDead: Waiting,
  tasksFailed: Waiting.meta({ description: "In the last seven days, counted up to 100." }),
  laboratories: z.int(),
  laboratoriesSuspended: z.int(),
  accountsLocked: Waiting,
});
export type Overview = z.infer<typeof Overview>;

export const TableStatistics = z.object({
  name: z.string().meta({ example: "audit_event" }),
  rows: z.int().meta({ description: "As PostgreSQL last estimated it." }),
  bytes: z.int().meta({ description: "With its indexes." }),
  indexBytes: z.int(),
});
export type TableStatistics = z.infer<typeof TableStatistics>;

export const DatabaseStatistics = z.object({
  bytes: z.int().meta({ description: "The whole database." }),
  tables: z.array(TableStatistics).meta({ description: "The largest first." }),
});
export type DatabaseStatistics = z.infer<typeof DatabaseStatistics>;

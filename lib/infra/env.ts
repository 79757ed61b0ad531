import { createHmac } from "node:crypto";
import { z } from "zod";
import { readQuotas } from "./limit-table";
import { mailVariables, readMailSettings } from "./mail-settings";

/** How the installation is run. Only `production` may hold real patients. */
export const Mode = z.enum(["production", "development", "demo"]);

const Environment = z.object({
  NODE_ENV: z.string().default("development"),
  MEDVUNO_MODE: Mode.default("production"),
  DATABASE_URL: z.url(),
  DATABASE_LAB_URL: z.url().optional(),
  DATABASE_PLATFORM_URL: z.url().optional(),
  DATABASE_POOL_MAX: z.coerce.number().int().min(1).max(200).default(10),
  AUTH_SECRET: z.string().min(32, "AUTH_SECRET needs at least 32 characters of randomness."),
  ROOT_DOMAIN: z
    .string()
    .regex(/^[a-z0-9.-]+(:\d+)?$/)
    .default("localhost:3000"),
  ROOT_SCHEME: z.enum(["http", "https"]).optional(),
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"]).default("info"),
  LIMITS: z.enum(["on", "off"]).default("on"),
  UPSTASH_REDIS_REST_URL: z.url().optional(),
  UPSTASH_REDIS_REST_TOKEN: z.string().min(1).optional(),
  ...mailVariables,
  BACKGROUND: z.enum(["on", "off"]).default("on"),
  BACKGROUND_WORKERS: z.coerce.number().int().min(1).max(20).default(3),
  INNGEST_EVENT_KEY: z.string().min(1).optional(),
  INNGEST_SIGNING_KEY: z.string().min(1).optional(),
  METRICS_TOKEN: z.string().min(24, "METRICS_TOKEN needs at least 24 characters of randomness.").optional(),
});

/** The administrator's URL with the user and password of one of the application's own roles. */
function roleUrl(administrator: string, secret: string, role: string): string {
  const url = new URL(administrator);
  url.username = role;
  url.password = createHmac("sha256", secret).update(`database-role:${role}`).digest("base64url");
  return url.href;
}

function readEnvironment() {
  const read = Environment.safeParse(process.env);
  const { quotas, faults } = readQuotas(process.env);
  const { UPSTASH_REDIS_REST_URL: url, UPSTASH_REDIS_REST_TOKEN: token } = process.env;
  if (!url !== !token) faults.push("UPSTASH_REDIS_REST_URL and UPSTASH_REDIS_REST_TOKEN are set together.");
  const { INNGEST_EVENT_KEY: eventKey, INNGEST_SIGNING_KEY: signingKey } = process.env;
  if (!eventKey !== !signingKey) faults.push("INNGEST_EVENT_KEY and INNGEST_SIGNING_KEY are set together.");
  const mail = read.success ? readMailSettings(read.data) : null;
  faults.push(...(mail?.faults ?? []));
  if (!read.success || !mail || faults.length > 0) {
    const issues = read.error?.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`) ?? [];
    const lines = [...issues, ...faults].map((line) => `  ${line}`);
    throw new Error(`The environment is not complete:\n${lines.join("\n")}\nSee docs/operator.md.`);
  }
  const e = read.data;
  const hostname = e.ROOT_DOMAIN.split(":")[0] ?? "";
  const isLocal = hostname === "localhost" || hostname.endsWith(".localhost") || hostname.endsWith(".test");
  return {
    mode: e.MEDVUNO_MODE,
    isProduction: e.MEDVUNO_MODE === "production",
    labDatabaseUrl: e.DATABASE_LAB_URL ?? roleUrl(e.DATABASE_URL, e.AUTH_SECRET, "lims_lab"),
    platformDatabaseUrl: e.DATABASE_PLATFORM_URL ?? roleUrl(e.DATABASE_URL, e.AUTH_SECRET, "lims_platform"),
    poolMax: e.DATABASE_POOL_MAX,
    authSecret: e.AUTH_SECRET,
    rootDomain: e.ROOT_DOMAIN,
    scheme: e.ROOT_SCHEME ?? (isLocal ? "http" : "https"),
    trustedProxies: e.TRUSTED_PROXIES,
    logLevel: e.LOG_LEVEL,
    limitsOn: e.LIMITS === "on",
    quotas,
    /** Where limits are counted when it is set; PostgreSQL otherwise. */
    upstash: url && token ? { url, token } : null,
    mail: mail.settings,
    metricsToken: e.METRICS_TOKEN ?? null,
    background: {
      isOn: e.BACKGROUND === "on",
      workers: e.BACKGROUND_WORKERS,
      /** Inngest carries background work when both keys are there; the embedded runner does otherwise. */
      inngest: eventKey && signingKey ? { eventKey, signingKey } : null,
    },
    /** Answers are checked against their documented shape everywhere but in production. */
    checksAnswers: e.NODE_ENV !== "production",
  } as const;
}

type Env = ReturnType<typeof readEnvironment>;

let parsed: Env | undefined;

/**
 * The environment, parsed once at first use; every variable is described in docs/operator.md.
 * @throws Error that names each variable which is missing or wrong.
 */
export function env(): Env {
  parsed ??= readEnvironment();
  return parsed;
}

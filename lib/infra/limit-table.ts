/** How often, per whom. An installation changes max and seconds by LIMIT_<NAME> (docs/operator.md). */
type Limit = {
  /** What is `tried` counts before it is read; a form that is `accepted` counts once it is filled in rightly. */
  counts: "tried" | "accepted";
  max: number;
  seconds: number;
  per: "caller" | "address" | "email" | "laboratory";
  /** Exact, and counted for all processes together; the others count in each process by itself. */
  shared: boolean;
};

export const limits = {
  read: { counts: "tried", max: 1200, seconds: 60, per: "caller", shared: false },
  write: { counts: "tried", max: 600, seconds: 60, per: "caller", shared: false },
  public: { counts: "tried", max: 120, seconds: 60, per: "address", shared: false },
  // One server asks for all the people who use it.
  validate: { counts: "tried", max: 6000, seconds: 60, per: "address", shared: false },
  // Its token cannot be guessed: the count only spares the database, and goes on while the store is down.
  refresh: { counts: "tried", max: 60, seconds: 60, per: "address", shared: false },
  "sign-in": { counts: "tried", max: 30, seconds: 300, per: "address", shared: true },
  // Many people of one laboratory share an address, and all of them come back from lunch.
  confirm: { counts: "tried", max: 30, seconds: 300, per: "caller", shared: true },
  // All who work in one laboratory together: no laboratory can take the installation from the others.
  laboratory: { counts: "tried", max: 12_000, seconds: 60, per: "laboratory", shared: false },
  // Mails to addresses that a laboratory's people name.
  invitation: { counts: "accepted", max: 100, seconds: 3600, per: "laboratory", shared: true },
  // How many refusals by one limit are kept in the trail; the flood behind the first costs the database nothing.
  refusal: { counts: "tried", max: 1, seconds: 3600, per: "address", shared: false },
  "sign-up": { counts: "accepted", max: 5, seconds: 3600, per: "address", shared: true },
  code: { counts: "tried", max: 10, seconds: 600, per: "address", shared: true },
  registration: { counts: "accepted", max: 3, seconds: 3600, per: "address", shared: true },
  "provider-registration": { counts: "accepted", max: 5, seconds: 3600, per: "address", shared: true },
  "mail-request": { counts: "tried", max: 20, seconds: 3600, per: "address", shared: true },
  "code-request": { counts: "accepted", max: 3, seconds: 600, per: "email", shared: true },
  "code-try": { counts: "accepted", max: 5, seconds: 600, per: "email", shared: true },
} as const satisfies Record<string, Limit>;

export type LimitName = keyof typeof limits;

/** How much in how long. */
export type Quota = { max: number; seconds: number };

// The table has these keys and no others.
const names = Object.keys(limits) as LimitName[];

const variableOf = (name: string) => `LIMIT_${name.toUpperCase().replaceAll("-", "_")}`;

/**
 * The numbers that an environment sets otherwise: LIMIT_SIGN_IN=30/300 is thirty in three hundred seconds.
 * @returns what is wrong, in sentences, beside what is right.
 */
export function readQuotas(environment: Readonly<Record<string, string | undefined>>): {
  quotas: Partial<Record<LimitName, Quota>>;
  faults: string[];
} {
  const quotas: Partial<Record<LimitName, Quota>> = {};
  const faults: string[] = [];
  for (const [variable, value] of Object.entries(environment)) {
    if (!variable.startsWith("LIMIT_") || !value) continue;
    const name = names.find((each) => variableOf(each) === variable);
    const [, max, seconds] = /^([1-9]\d{0,6})\/([1-9]\d{0,5})$/.exec(value) ?? [];
    if (!name)
      faults.push(`${variable}: there is no such limit. There are ${names.map(variableOf).join(", ")}.`);
    else if (!max || !seconds) faults.push(`${variable}: write uses/seconds, for example 30/300.`);
    else quotas[name] = { max: Number(max), seconds: Number(seconds) };
  }
  return { quotas, faults };
}

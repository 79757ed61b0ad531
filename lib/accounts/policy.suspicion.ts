/** What looks like an attack. */
export type SuspicionKind = "many_accounts" | "refresh_replay" | "code_spraying" | "new_network" | "not_me";

/** What was done about it at once. */
export type SuspicionAnswer =
  | "noted"
  | "notice_sent"
  | "second_factor_asked"
  | "sessions_ended"
  | "account_locked";

type Rule = {
  /** Somebody holds what only the owner should: several of these in a day lock the account. */
  isStrong: boolean;
  /** What is done at once, where it concerns one account. */
  answer: SuspicionAnswer;
  /** The same, where the account has a second factor that the intruder has to pass. */
  withSecondFactor: SuspicionAnswer;
};

/** What follows from what is seen. The steps: a notice; the second factor; sessions end; the account is locked. */
export const suspicionRules: Readonly<Record<SuspicionKind, Rule>> = {
  many_accounts: { isStrong: false, answer: "notice_sent", withSecondFactor: "second_factor_asked" },
  code_spraying: { isStrong: false, answer: "notice_sent", withSecondFactor: "second_factor_asked" },
  new_network: { isStrong: false, answer: "notice_sent", withSecondFactor: "second_factor_asked" },
  refresh_replay: { isStrong: true, answer: "sessions_ended", withSecondFactor: "sessions_ended" },
  not_me: { isStrong: true, answer: "sessions_ended", withSecondFactor: "sessions_ended" },
};

/** So many strong signs within a day lock the account. */
export const lockAfter = 3;
export const strongHours = 24;

// In the table's own order.
export const strongKinds = Object.entries(suspicionRules).flatMap(([kind, { isStrong }]) =>
  isStrong ? [kind] : [],
);

/** Something that was seen, and what is known about the account it concerns; null where it concerns none. */
export type Sign = {
  kind: SuspicionKind;
  account: {
    hasSecondFactor: boolean;
    /** Strong signs of the last day, before this one. */
    strongBefore: number;
    /** The demonstration's passwords are known to everybody: locking it would shut everybody out. */
    isDemonstration: boolean;
  } | null;
};

/** What is done about it. */
export function answerTo({ kind, account }: Sign): SuspicionAnswer {
  const rule = suspicionRules[kind];
  if (!account) return "noted";
  const isOneTooMany = rule.isStrong && account.strongBefore + 1 >= lockAfter;
  if (isOneTooMany && !account.isDemonstration) return "account_locked";
  return account.hasSecondFactor ? rule.withSecondFactor : rule.answer;
}

/** What an address may get wrong before it looks like an attack: so many different people within ten minutes. */
export const failureRules = {
  password: { kind: "many_accounts", whoms: 10 },
  code: { kind: "code_spraying", whoms: 5 },
} as const satisfies Record<string, { kind: SuspicionKind; whoms: number }>;

export const failureMinutes = 10;

type Haunt = { ip: string | null; timeZone: string | null };

/**
 * Whether nobody has seen this account in this network, nor in this time zone. One of them alone is a journey or
 * another provider; without anything to compare with, nothing is strange.
 */
export function isStrange(here: Haunt, before: readonly Haunt[]): boolean {
  const [network, zone] = [networkOf(here.ip), here.timeZone];
  if (network === null || zone === null) return false;
  const known = before.filter(({ timeZone }) => timeZone !== null);
  if (known.length === 0) return false;
  return (
    known.every(({ timeZone }) => timeZone !== zone) && before.every(({ ip }) => networkOf(ip) !== network)
  );
}

/** The part of an address that a provider gives to one region: /16 of IPv4, /48 of IPv6. */
function networkOf(ip: string | null): string | null {
  if (!ip) return null;
  return ip.includes(":") ? ip.split(":").slice(0, 3).join(":") : ip.split(".").slice(0, 2).join(".");
}

/** An address as it stands in evidence: its network. */
export function maskedAddress(ip: string | null): string | null {
  const network = networkOf(ip);
  if (!network) return null;
  return network.includes(":") ? `${network}::/48` : `${network}.0.0/16`;
}

import { foldName } from "@/lib/core/names";
import { passwordKinds, passwordLengthMax, passwordLengthMin } from "@/lib/core/password-kinds";

/** Whom a password is for: none of it may be in it. */
export type PasswordOwner = {
  email: string;
  names: string[];
  laboratory?: string;
  /** What the strictest of their laboratories asks for; none asks for less than the installation. */
  lengthMin?: number;
};

/**
 * What is still wrong with a password, as sentences that say what to change; empty when it is good.
 * @see NIST SP 800-63B-4 §3.1.1.2 (length, block lists); the kinds of characters are the laboratory's own demand.
 */
export async function passwordFaults(password: string, owner: PasswordOwner): Promise<string[]> {
  const length = [...password].length;
  const faults: string[] = passwordKinds
    .filter(({ pattern }) => !pattern.test(password))
    .map(({ fault }) => fault);
  const lengthMin = Math.max(passwordLengthMin, owner.lengthMin ?? 0);
  if (length < lengthMin) faults.unshift(`Use at least ${lengthMin} characters.`);
  if (length > passwordLengthMax) faults.unshift(`Use at most ${passwordLengthMax} characters.`);
  if (!password.isWellFormed() || password.includes("\u0000"))
    faults.push("Use characters that can be typed.");
  if (namesOwner(password, owner)) {
    faults.push("Leave out your name, your e-mail address and the laboratory's name.");
  }
  if (hasRun(password)) faults.push("Leave out rows such as 12345, abcde or aaaa.");
  if (faults.length === 0 && (await isCommon(password))) {
    faults.push("This is one of the passwords that are tried first. Use a few unrelated words.");
  }
  return faults;
}

function namesOwner(password: string, { email, names, laboratory = "" }: PasswordOwner): boolean {
  const folded = password.toLowerCase();
  const [local = "", domain = ""] = email.toLowerCase().split("@");
  // Short words are in every second password by chance; a name of four letters is not.
  const parts = [
    ...words([local, ...names], 4),
    ...words([domain.split(".").slice(0, -1).join(" "), laboratory], 5),
  ];
  return parts.some((part) => folded.includes(part) || foldName(password).includes(part));
}

function words(texts: string[], lengthMin: number): string[] {
  return texts
    .flatMap((text) => [text.toLowerCase(), foldName(text)])
    .flatMap((text) => [text, ...text.split(/[^\p{L}\p{N}]+/u)])
    .filter((word) => [...word].length >= lengthMin);
}

const rowLength = 5;
const repeats = /(.)\1{3}/iu;

/** Five letters or digits that follow one another, up or down, or one character four times. */
function hasRun(password: string): boolean {
  if (repeats.test(password)) return true;
  const codes = [...password.toLowerCase()].map((each) =>
    /[a-z0-9]/.test(each) ? each.charCodeAt(0) : Number.NaN,
  );
  return [1, -1].some((step) => {
    let run = 1;
    return codes.some((code, at) => {
      run = code - (codes[at - 1] ?? Number.NaN) === step ? run + 1 : 1;
      return run >= rowLength;
    });
  });
}

type Judge = (password: string) => boolean;
let judge: Promise<Judge> | undefined;

async function isCommon(password: string): Promise<boolean> {
  judge ??= loadJudge();
  return (await judge)(password);
}

const scoreMin = 3;

/** The word lists are large and only needed where a password is chosen. */
async function loadJudge(): Promise<Judge> {
  const [{ ZxcvbnFactory }, { dictionary, adjacencyGraphs }] = await Promise.all([
    import("@zxcvbn-ts/core"),
    import("@zxcvbn-ts/language-common"),
  ]);
  const zxcvbn = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
  return (password) => {
    // The longest passwords would take long to judge, and their beginning is enough to.
    const head = password.slice(0, 64);
    if (zxcvbn.check(head).score < scoreMin) return true;
    // "Welcome2026!!": one common word, dressed up at its ends.
    const core = head.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, "");
    const { sequence } = zxcvbn.check(core);
    return sequence.length === 1 && sequence[0]?.pattern === "dictionary";
  };
}

/**
 * An e-mail address as it is compared, so that no look-alike is a second account: NFKC, lower case, the domain
 * in ASCII. Null when it is none, or when it is written so that people could take it for another.
 */
export function emailKey(email: string): string | null {
  const normal = email.trim().normalize("NFKC").toLowerCase();
  const [local = "", domain = "", ...more] = normal.split("@");
  if (more.length > 0 || normal.length > 254 || local.length > 64) return null;
  // A local part in another script can be a perfect twin of a Latin one, and few servers take it.
  if (!/^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/.test(local)) return null;
  const ascii = asciiDomain(domain);
  return ascii && `${local}@${ascii}`;
}

function asciiDomain(domain: string): string | null {
  if (!/^[\p{L}\p{M}\p{N}.-]+$/u.test(domain) || domain.split(".").some(mixesScripts)) return null;
  try {
    const { hostname } = new URL(`http://${domain}`);
    const isDomain = /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+([a-z]{2,}|xn--[a-z0-9-]+)$/.test(hostname);
    return isDomain && hostname.length <= 190 ? hostname : null;
  } catch {
    return null;
  }
}

/** Latin beside Cyrillic or Greek in one word is how addresses are forged; beside Chinese it is how they are written. */
function mixesScripts(label: string): boolean {
  const letters = label.replace(/[\p{N}\p{M}-]/gu, "");
  if (!/\p{Script=Latin}/u.test(letters)) return false;
  return !/^[\p{Script=Latin}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+$/u.test(
    letters,
  );
}

const lockoutFrom = 5;
const lockoutMinutesMax = 15;

/** How long sign-in waits after so many wrong passwords in a row: 1, 2, 4, 8, 15 minutes (S14). */
export function lockoutMinutes(failed: number): number {
  if (failed < lockoutFrom) return 0;
  return Math.min(lockoutMinutesMax, 2 ** Math.min(failed - lockoutFrom, 10));
}

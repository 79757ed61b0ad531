import { pbkdf2 } from "node:crypto";
import { promisify } from "node:util";
import { verify as argon2Verify } from "@node-rs/argon2";
import { verify as bcryptVerify } from "@node-rs/bcrypt";
import { sameSecret } from "./secrets";

const derive = promisify(pbkdf2);

/** How a hash was made: our own way, or one of those that accounts from elsewhere come with. */
type Scheme = {
  form: RegExp;
  matches: (hash: string, password: string) => Promise<boolean>;
};

const schemes: Scheme[] = [
  { form: /^\$argon2id\$/, matches: (hash, password) => argon2Verify(hash, password) },
  // Costs that nobody chooses would hold a core for minutes.
  {
    form: /^\$2[abxy]\$(0[4-9]|1[0-6])\$[./\w]{53}$/,
    matches: (hash, password) => bcryptVerify(password, hash),
  },
  { form: /^pbkdf2_sha256\$[1-9]\d{0,6}\$[^$]{1,128}\$[\w+/]{43}=$/, matches: djangoMatches },
];

/** As Django writes it: pbkdf2_sha256$iterations$salt$base64 of 32 bytes. */
async function djangoMatches(hash: string, password: string): Promise<boolean> {
  const [, iterations = "1", salt = "", expected = ""] = hash.split("$");
  const derived = await derive(password, salt, Number(iterations), 32, "sha256");
  return sameSecret(derived.toString("base64"), expected);
}

/** Whether a hash is the password's. A hash of no form we know is nobody's. */
export async function matchesHash(hash: string, password: string): Promise<boolean> {
  const scheme = schemes.find(({ form }) => form.test(hash));
  return scheme ? scheme.matches(hash, password) : false;
}

/** What a hash has in common with those that take as long: its scheme and its cost. */
export function kindOfHash(hash: string): string {
  if (hash.startsWith("$argon2id$")) return "argon2id";
  if (hash.startsWith("$2")) return hash.slice(4, 7);
  return hash.split("$").slice(0, 2).join("$");
}

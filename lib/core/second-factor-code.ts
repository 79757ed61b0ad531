/** Letters and digits of recovery codes: none that is taken for another. @see Crockford's base 32 */
export const recoveryAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

export const recoveryLength = 10;

export type TypedCode = { kind: "totp" | "recovery_code"; code: string };

/**
 * What somebody typed as their second factor, told by its shape: six digits come from an app, ten letters and
 * digits from paper. Null for anything else.
 */
export function readSecondFactorCode(typed: string): TypedCode | null {
  const code = typed.replace(/[\s-]/g, "").toUpperCase();
  if (/^\d{6}$/.test(code)) return { kind: "totp", code };
  const read = code.replace(/[IL]/g, "1").replace(/O/g, "0");
  return /^[0-9A-HJKMNP-TV-Z]{10}$/.test(read) ? { kind: "recovery_code", code: read } : null;
}

/** As it stands on paper: two groups of five. */
export function spellRecoveryCode(code: string): string {
  return `${code.slice(0, 5)}-${code.slice(5)}`;
}

const FORM = /^(\d{1,7})-(\d)$/;

/**
 * What is wrong with a LOINC code, in words, or null (R10). The digit after the hyphen is computed from those
 * before it, so that most mistyped codes are noticed; whether the code is in use is not looked up.
 * @see LOINC Users' Guide, appendix C: calculating mod 10 check digits
 */
export function loincProblem(code: string): string | null {
  const match = FORM.exec(code);
  if (!match) return "A LOINC code is up to seven digits, a hyphen and a check digit, as in 718-7.";
  const [, number = "", check = ""] = match;
  if (mod10(number) === Number(check)) return null;
  return "The check digit of this LOINC code does not fit its number. Check it for a typing mistake.";
}

/** Luhn's sum: every second digit from the right is doubled, and the digits of what comes out are added. */
function mod10(number: string): number {
  const sum = [...number].reverse().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return (10 - (sum % 10)) % 10;
}

/** Crockford's base 32: no I, L, O or U, so that nothing read from paper can be taken for something else. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH = 20;
const GROUP = 5;
const BITS = 5;
const BYTES_NEEDED = Math.ceil((LENGTH * BITS) / 8);
const SHAPE = new RegExp(`^[${ALPHABET}]{${GROUP}}(-[${ALPHABET}]{${GROUP}}){3}$`);

/**
 * The code by which anyone can check a report (R21): 100 of the bits given, in four groups of five. Pure: the
 * caller brings the randomness.
 * @param bytes at least 13, from a cryptographic source; what is beyond is not used.
 * @throws RangeError when there are fewer.
 */
export function checkCode(bytes: Uint8Array): string {
  if (bytes.length < BYTES_NEEDED) throw new RangeError(`A check code needs ${BYTES_NEEDED} random bytes.`);
  let bits = bytes.subarray(0, BYTES_NEEDED).reduce((all, byte) => (all << 8n) | BigInt(byte), 0n);
  bits >>= BigInt(BYTES_NEEDED * 8 - LENGTH * BITS);
  let code = "";
  for (let place = LENGTH - 1; place >= 0; place--) {
    code += ALPHABET.charAt(Number((bits >> BigInt(place * BITS)) & 31n));
    if (place % GROUP === 0 && place > 0) code += "-";
  }
  return code;
}

/** True for a code exactly as it is printed. */
export function isCheckCode(text: string): boolean {
  return SHAPE.test(text);
}

/** The code that somebody typed from paper: small letters, O for 0, I or L for 1, groups or none. Or null. */
export function readCheckCode(typed: string): string | null {
  const plain = typed.toUpperCase().replace(/[\s-]/g, "").replaceAll("O", "0").replace(/[IL]/g, "1");
  const code = plain.match(/.{1,5}/g)?.join("-") ?? "";
  return isCheckCode(code) ? code : null;
}

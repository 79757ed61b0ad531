// Letters that carry their difference in one piece, so that no normal form takes them apart.
const LETTERS: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  ħ: "h",
  ı: "i",
  ł: "l",
  ŋ: "n",
  þ: "th",
  ŧ: "t",
  ς: "σ",
  // The Persian keyboard's letters for the Arabic ones.
  ی: "ي",
  ک: "ك",
};
const LETTER = new RegExp(`[${Object.keys(LETTERS).join("")}]`, "gu");

// Accents of Latin, Greek and Cyrillic, points of Hebrew and Arabic, signs that only choose a picture. Marks of
// other scripts are vowels or letters of their own (Devanagari, Thai, kana) and stay.
const ACCENTS = /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f\ufe00-\ufe0f]/gu;
const POINTS = /[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0640\u064b-\u065f\u0670]/gu;
/** Apostrophes and what has no width: they divide nothing. */
const SILENT = /['’‘ʼʻʹ`´\u1ffd＇]|\p{Cf}/gu;
const NOT_A_WORD = /[^\p{L}\p{N}\p{M}]+/gu;

/**
 * A name, or anything that is searched like one, as it is compared: no accents, no case, words divided by one
 * space. "O’Brien-Müßig" → "obrien mussig". Other scripts keep their letters. What holds no letter or digit
 * becomes "".
 */
export function foldName(text: string): string {
  return text
    .replace(SILENT, "")
    .normalize("NFKD")
    .toLowerCase()
    .replace(SILENT, "")
    .replace(ACCENTS, "")
    .replace(POINTS, "")
    .replace(LETTER, (letter) => LETTERS[letter] ?? letter)
    .replace(NOT_A_WORD, " ")
    .trim()
    .normalize("NFC");
}

/** A phone number as it is compared: digits, with + when it says its country. "00" is read as +. */
export function foldPhone(text: string): string {
  const plain = text
    .normalize("NFKC")
    .replace(/[٠-٩۰-۹]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 15))
    .replace(/\(0\)/g, "")
    .replace(/(ext|x|;|#).*$/is, "");
  const digits = plain.replace(/\D/g, "");
  if (/^\D*\+/.test(plain)) return digits && `+${digits}`;
  if (!digits.startsWith("00")) return digits;
  // "00" and nothing after it calls nobody.
  return digits.slice(2) && `+${digits.slice(2)}`;
}

export const passwordLengthMin = 12;
export const passwordLengthMax = 128;

/** What every password needs one of. The words are the laboratory's own demand, not a standard's. */
export const passwordKinds = [
  { pattern: /\p{Lu}/u, words: "a capital letter", fault: "Add a capital letter." },
  { pattern: /\p{Ll}/u, words: "a small letter", fault: "Add a small letter." },
  { pattern: /\p{Nd}/u, words: "a digit", fault: "Add a digit." },
  {
    pattern: /[^\p{L}\p{N}\s]/u,
    words: "a special character",
    fault: "Add a special character, such as - or !",
  },
] as const;

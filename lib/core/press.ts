/** What a document on paper is printed with. It is handed in, so that paper itself stays free of I/O. */
export interface Press {
  /** Families for words, first the house's, then those for the other scripts in this content. */
  sans: string[];
  /** Families for identifiers, where `0`, `O`, `1`, `l` and `I` must not look alike. */
  mono: string[];
  qrCode(text: string): CodeMarks;
  code128(text: string): CodeMarks;
}

/** The dark parts of a code as one SVG path, in modules; without its quiet zone. A bar code is one module high. */
export interface CodeMarks {
  width: number;
  height: number;
  path: string;
}

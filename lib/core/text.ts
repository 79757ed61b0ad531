import { z } from "zod";

// C0 and C1 controls, line and paragraph separators, lone surrogates, and the marks that turn text around.
// biome-ignore lint/suspicious/noControlCharactersInRegex: refusing them is the point
const controls = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/u;
const controlsButLines =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: refusing them is the point
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/u;

function text({ min = 1, max, forbidden }: { min?: number; max: number; forbidden: RegExp }) {
  return z
    .string()
    .max(max * 4, `Use at most ${max} characters.`)
    .transform((value) => value.trim().normalize("NFC"))
    .pipe(
      z
        .string()
        .refine(
          (value) => value.isWellFormed() && !forbidden.test(value),
          "This contains characters that cannot be printed.",
        )
        .refine((value) => [...value].length <= max, `Use at most ${max} characters.`)
        .refine(
          (value) => [...value].length >= min,
          min === 1 ? "This is needed." : `Use at least ${min} characters.`,
        ),
    );
}

/** One line of free text in any script: trimmed, NFC, no control characters. */
export function line({ min = 1, max }: { min?: number; max: number }) {
  return text({ min, max, forbidden: controls });
}

/** Several lines of free text. */
export function prose({ min = 1, max }: { min?: number; max: number }) {
  return text({ min, max, forbidden: controlsButLines });
}

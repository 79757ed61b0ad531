/**
 * Where to go after signing in: a path on this very host, or the start page (S19). Whatever could leave the
 * host in any browser's reading is refused: `//host`, `/\host`, control characters, a scheme.
 */
export function safeNextPath(asked: string | null | undefined): string {
  if (!asked || asked.length > 2000 || !asked.startsWith("/")) return "/";
  // A browser drops tabs and line breaks and reads \ as /; none of them belongs in a path of ours.
  if (/^\/[/\\]/.test(asked) || !/^[\x21-\x7e]+$/.test(asked) || asked.includes("\\")) return "/";
  const parsed = URL.canParse(asked, "http://here.invalid") ? new URL(asked, "http://here.invalid") : null;
  if (parsed?.origin !== "http://here.invalid") return "/";
  if (/^\/(sign-in|welcome)(\/|\?|$)/.test(asked)) return "/";
  return `${parsed.pathname}${parsed.search}${parsed.hash}`;
}

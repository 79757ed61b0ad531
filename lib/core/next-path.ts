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
  const { pathname, search, hash } = parsed;
  // What was read is looked at again: "/..//host" is a path of ours, and is read as "//host".
  if (pathname.startsWith("//") || /^\/(sign-in|welcome)(\/|$)/.test(pathname)) return "/";
  return `${pathname}${search}${hash}`;
}

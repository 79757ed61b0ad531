let made = 0;

/** Names something that exists in this tab only: a line being typed, a scan. */
export function localKey(): string {
  made += 1;
  return `${Date.now().toString(36)}-${made}`;
}

/** Whose session an access token stands for; null when it is not valid at this origin. */
export async function verifyAccessToken(
  _token: string,
  _origin: string,
): Promise<{ sessionId: string; accountId: string } | null> {
  return null;
}

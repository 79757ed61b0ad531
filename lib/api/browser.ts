import "server-only";
import { cookies } from "next/headers";
import NextAuth from "next-auth";
import { decode } from "next-auth/jwt";
import Credentials from "next-auth/providers/credentials";
import { openBrowserSession } from "@/lib/accounts/operations/open-browser-session";
import { env } from "@/lib/infra/env";
import { randomToken } from "@/lib/infra/secrets";
import { anonymousActor } from "./actor";
import { readOrigin } from "./door";
import { perform } from "./perform";

/** A cookie of one host: `__Host-` wherever there is TLS (S12). Nothing is ever set on the parent domain. */
export const sessionCookie = env().scheme === "https" ? "__Host-medvuno" : "medvuno";

/**
 * What tells this browser from others on this host. It opens nothing: it only makes a sign-in here an old friend.
 * Its name does not begin with the session's: next-auth takes every cookie that does for a piece of its own, and
 * clears it when somebody signs in or out.
 */
const deviceCookie = env().scheme === "https" ? "__Host-lims-device" : "lims-device";

/** The time zone that the sign-in page wrote down, by app/identity/_components/zone-note. */
const zoneCookie = "lims-zone";

const days = 24 * 3600;
/** As long as browsers keep a cookie at all. */
const deviceSeconds = 400 * days;

/**
 * The browser's session: next-auth keeps an encrypted cookie that names a session row, and the row is the
 * truth. Its own HTTP endpoints are not served; signing in spends a single-use ticket of this host, whether
 * the ticket came from the password form or from another of our hosts (S18a).
 */
const { signIn, signOut } = NextAuth({
  secret: env().authSecret,
  trustHost: true,
  session: { strategy: "jwt", maxAge: 30 * days },
  cookies: {
    sessionToken: {
      name: sessionCookie,
      options: { httpOnly: true, sameSite: "lax", path: "/", secure: env().scheme === "https" },
    },
  },
  providers: [
    Credentials({
      credentials: { ticket: {}, device: {} },
      async authorize({ ticket, device }, request) {
        const { place, from } = readOrigin(request.headers);
        const deviceToken = typeof device === "string" ? device : "";
        const actor = await anonymousActor(place, { ...from, deviceToken });
        const timeZone = (await cookies()).get(zoneCookie)?.value ?? null;
        const answer = await perform(openBrowserSession, actor, { body: { ticket, timeZone } });
        const { accountId, sessionId } = openBrowserSession.output.parse(answer.body);
        return { id: accountId, sessionId };
      },
    }),
  ],
  callbacks: {
    jwt({ token, user }) {
      if (!user || !("sessionId" in user)) return token;
      return { sub: user.id ?? "", sid: user.sessionId };
    },
  },
  // Refusals are answered and audited by the operation; the library's own log would repeat them with details.
  logger: { error() {}, warn() {}, debug() {} },
});

/** Spends a ticket and sets this host's cookie. @throws when the ticket is spent, old, or another host's. */
export async function openSession(ticket: string): Promise<void> {
  const device = (await readDeviceToken()) || randomToken();
  await signIn("credentials", { ticket, device, redirect: false });
  await keepDeviceToken(device);
}

/** What this browser carries since it first signed in here; empty while it carries nothing. */
export async function readDeviceToken(): Promise<string> {
  const token = (await cookies()).get(deviceCookie)?.value ?? "";
  return /^[\w-]{43}$/.test(token) ? token : "";
}

/** Lets the browser keep what it is known by at its next sign-in. */
async function keepDeviceToken(token: string): Promise<void> {
  (await cookies()).set(deviceCookie, token, {
    httpOnly: true,
    sameSite: "lax",
    path: "/",
    secure: env().scheme === "https",
    maxAge: deviceSeconds,
  });
}

/** Removes this host's cookie; the session row is ended by the operation. */
export async function dropCookie(): Promise<void> {
  await signOut({ redirect: false });
}

/** What the cookie claims; only a look at its session row makes it true. */
export async function readClaim(): Promise<{ sessionId: string; accountId: string } | null> {
  const token = (await cookies()).get(sessionCookie)?.value;
  if (!token) return null;
  const claim = await decode({ token, secret: env().authSecret, salt: sessionCookie }).catch(() => null);
  if (!claim || typeof claim.sub !== "string" || typeof claim.sid !== "string") return null;
  return { sessionId: claim.sid, accountId: claim.sub };
}

import { type NextRequest, NextResponse } from "next/server";
import { requestIdHeader, requestIdOf } from "@/lib/api/request-id";
import { env } from "@/lib/infra/env";
import { hostOf, type Place, placeOf } from "@/lib/infra/hosts";

/**
 * Pages only. Turns the host into a path, gives the request an id and the page its policy, and sends people
 * without a cookie to the sign-in page as a courtesy. It grants nothing: every operation asks for itself.
 */
export function middleware(request: NextRequest): NextResponse {
  const place = placeOf(request.headers.get("host"));
  if (!place) return plain("No laboratory answers at this address. Check how it is spelt.\n", 421);
  if (isFromElsewhere(request, place)) return plain("This page belongs to another address.\n", 421);
  const { pathname, search } = request.nextUrl;
  // Only the host may name the laboratory, else the root host would serve one (S18).
  if (/^\/(lab|learn|identity)(\/|$)/.test(pathname)) return plain("Nothing is here.\n", 404);
  if (/^\/dev(\/|$|\.)/.test(pathname) && env().isProduction) return plain("Nothing is here.\n", 404);
  if (place.kind === "laboratory" && !hasCookie(request) && !isOpen(pathname) && !isAction(request)) {
    return toSignIn(request, place, pathname + search);
  }
  const nonce = Buffer.from(crypto.randomUUID()).toString("base64");
  const policy = contentPolicy(nonce, place);
  const headers = new Headers(request.headers);
  const requestId = requestIdOf(headers);
  headers.set(requestIdHeader, requestId);
  headers.set("x-nonce", nonce);
  headers.set("x-medvuno-path", pathname + search);
  headers.set("content-security-policy", policy);
  const response = NextResponse.rewrite(new URL(inside(place, pathname) + search, request.url), {
    request: { headers },
  });
  response.headers.set("content-security-policy", policy);
  response.headers.set(requestIdHeader, requestId);
  return response;
}

/**
 * A redirect after an action is fetched by the server itself, from localhost, in the page's name. Where localhost is
 * another of our hosts it would get that one's page: refused, so that the browser follows to its own host (S6).
 * A browser says an origin with a GET only when another site asks.
 */
function isFromElsewhere(request: NextRequest, place: Place): boolean {
  const origin = request.headers.get("origin");
  return request.method === "GET" && origin !== null && origin !== `${env().scheme}://${hostOf(place)}`;
}

/** Ways in, ways back and the account are the same pages at every address. */
const identityPages =
  /^\/(sign-in|welcome|forgot-password|reset-password|register|verify-email|email-change|not-me|confirm-identity|account)(\/|$)/;

function inside(place: Place, pathname: string): string {
  if (identityPages.test(pathname)) return `/identity${pathname}`;
  if (place.kind === "root") return pathname;
  const tail = pathname === "/" ? "" : pathname;
  return place.kind === "learn" ? `/learn${tail}` : `/lab/${place.slug}${tail}`;
}

const openPages =
  /^\/(sign-in|welcome|forgot-password|reset-password|register|verify-email|email-change|not-me|logo|check|invitation|theme)(\/|$)/;

function isOpen(pathname: string): boolean {
  return openPages.test(pathname);
}

/** What a page that is open already sends is answered there, with what was typed still on it. */
function isAction(request: NextRequest): boolean {
  return request.method === "POST" && request.headers.has("next-action");
}

function hasCookie(request: NextRequest): boolean {
  return request.cookies.has(env().scheme === "https" ? "__Host-medvuno" : "medvuno");
}

function toSignIn(request: NextRequest, place: Place, wanted: string): NextResponse {
  // Built from the known host: under `next start` the request's own URL says localhost.
  const target = new URL("/sign-in", `${env().scheme}://${hostOf(place)}`);
  if (wanted !== "/") target.searchParams.set("next", wanted);
  return NextResponse.redirect(target, request.method === "GET" ? 307 : 303);
}

function contentPolicy(nonce: string, place: Place): string {
  const { mode, scheme, rootDomain } = env();
  const development = mode === "development" ? " 'unsafe-eval'" : "";
  // The root's sign-up hands a person over to their laboratory by a form.
  const forms = place.kind === "root" ? `'self' ${scheme}://*.${rootDomain}` : "'self'";
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    `form-action ${forms}`,
    "frame-src 'self' blob:",
    "frame-ancestors 'none'",
  ].join("; ");
}

function plain(text: string, status: number): NextResponse {
  return new NextResponse(text, { status, headers: { "content-type": "text/plain; charset=utf-8" } });
}

export const config = {
  runtime: "nodejs",
  matcher: ["/((?!api/|api$|_next/|health|metrics|\\.well-known|favicon\\.ico|icon|robots\\.txt).*)"],
};

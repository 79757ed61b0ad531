const rootHost = (process.env.ROOT_DOMAIN ?? "localhost:3000").replace(/:\d+$/, "");

/** On every answer, whoever gives it; pages add their policy in middleware.ts, the documents their own. */
const everywhere = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
  {
    key: "Permissions-Policy",
    value: "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
  },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
];

// TLS ends at the proxy, which says so; over plain http the header would mean nothing.
const overTls = {
  source: "/:path*",
  has: [{ type: /** @type {const} */ ("header"), key: "x-forwarded-proto", value: "https" }],
  headers: [{ key: "Strict-Transport-Security", value: "max-age=31536000; includeSubDomains" }],
};

/** @type {import("next").NextConfig} */
export default {
  reactStrictMode: true,
  poweredByHeader: false,
  // A trailing slash is the same resource: a program is answered, not sent elsewhere.
  skipTrailingSlashRedirect: true,
  headers: async () => [{ source: "/:path*", headers: everywhere }, overTls],
  // Native code, worker threads or run-time files: required from node_modules, never bundled.
  serverExternalPackages: [
    "@node-rs/argon2",
    "@node-rs/bcrypt",
    "pg",
    "@prisma/adapter-pg",
    "@react-pdf/renderer",
    "bwip-js",
    "pino",
    "sharp",
  ],
  // Laboratories live on subdomains; without this the development server refuses them its hot reload.
  allowedDevOrigins: [rootHost, `*.${rootHost}`],
  // A page that may not be seen answers 403 with a page of its own (lib/api/load.ts).
  experimental: {
    authInterrupts: true,
    // A picture of 2 MB, as text.
    serverActions: { bodySizeLimit: "3mb" },
  },
  // `npm test` checks the types of everything; a build needs no development packages to do it again.
  typescript: { ignoreBuildErrors: true },
};

const rootHost = (process.env.ROOT_DOMAIN ?? "localhost:3000").replace(/:\d+$/, "");

/** @type {import("next").NextConfig} */
export default {
  reactStrictMode: true,
  poweredByHeader: false,
  // Native code, worker threads or run-time files: required from node_modules, never bundled.
  serverExternalPackages: [
    "@node-rs/argon2",
    "pg",
    "@prisma/adapter-pg",
    "@react-pdf/renderer",
    "bwip-js",
    "pino",
  ],
  // Laboratories live on subdomains; without this the development server refuses them its hot reload.
  allowedDevOrigins: [rootHost, `*.${rootHost}`],
  // A page that may not be seen answers 403 with a page of its own (lib/api/load.ts).
  experimental: { authInterrupts: true },
  // `npm test` checks the types of everything; a build needs no development packages to do it again.
  typescript: { ignoreBuildErrors: true },
};

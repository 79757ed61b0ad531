import { rolePassword } from "./secrets.mjs";

/** @typedef {{ DATABASE_URL: string, DATABASE_LAB_URL: string, DATABASE_PLATFORM_URL: string }} DatabaseUrls */

/**
 * The three ways into the database. Where only the administrator's is given, the application's roles sign in
 * to the same server and database with passwords derived from AUTH_SECRET; `migrate` sets them.
 * @param {{ DATABASE_URL: string, DATABASE_LAB_URL?: string | undefined, DATABASE_PLATFORM_URL?: string | undefined }} given
 * @param {string} authSecret
 * @returns {DatabaseUrls}
 */
export function databaseUrls(given, authSecret) {
  const as = (/** @type {"lims_lab" | "lims_platform"} */ role) => {
    const url = new URL(given.DATABASE_URL);
    url.username = role;
    url.password = rolePassword(authSecret, role);
    return url.href;
  };
  return {
    DATABASE_URL: given.DATABASE_URL,
    DATABASE_LAB_URL: given.DATABASE_LAB_URL || as("lims_lab"),
    DATABASE_PLATFORM_URL: given.DATABASE_PLATFORM_URL || as("lims_platform"),
  };
}

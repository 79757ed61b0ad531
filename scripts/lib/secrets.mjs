import { createHmac, randomBytes } from "node:crypto";

/** 32 random bytes, base64url. */
export const randomSecret = () => randomBytes(32).toString("base64url");

/**
 * The password of a database role when only the administrator's URL was given.
 * @param {string} authSecret
 * @param {"lims_lab" | "lims_platform"} role
 */
export const rolePassword = (authSecret, role) =>
  createHmac("sha256", authSecret).update(`database-role:${role}`).digest("base64url");

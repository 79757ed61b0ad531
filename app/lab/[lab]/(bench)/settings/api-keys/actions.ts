"use server";

import { createApiKey } from "@/lib/accounts/operations/create-api-key";
import { revokeApiKey } from "@/lib/accounts/operations/revoke-api-key";
import { rotateApiKey } from "@/lib/accounts/operations/rotate-api-key";
import { action } from "@/lib/api/action";

// A key is shown once: the page that shows it is not rendered anew.
export const makeKey = action(createApiKey, { refreshes: false });
export const replaceKey = action(rotateApiKey, { refreshes: false });
export const revokeKey = action(revokeApiKey);

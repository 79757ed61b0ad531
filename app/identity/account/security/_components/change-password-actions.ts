"use server";

import { changePassword } from "@/lib/accounts/operations/change-password";
import { action } from "@/lib/api/action";

export const saveNewPassword = action(changePassword);

"use server";

import { action } from "@/lib/api/action";
import { changeMember as change } from "@/lib/laboratories/operations/change-member";
import { inviteMember } from "@/lib/laboratories/operations/invite-member";
import { removeMember as remove } from "@/lib/laboratories/operations/remove-member";
import { resendInvitation } from "@/lib/laboratories/operations/resend-invitation";
import { withdrawInvitation } from "@/lib/laboratories/operations/withdraw-invitation";

export const changeMember = action(change);
export const removeMember = action(remove);
export const invite = action(inviteMember);
export const resend = action(resendInvitation);
export const withdraw = action(withdrawInvitation);

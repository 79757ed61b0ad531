"use server";

import { changePractice as changePracticeOf } from "@/lib/accounts/operations/change-practice";
import { changeMyProfile } from "@/lib/accounts/operations/change-profile";
import { registerPractice as registerPracticeOf } from "@/lib/accounts/operations/register-practice";
import { removeMyAvatar } from "@/lib/accounts/operations/remove-avatar";
import { setAvatar } from "@/lib/accounts/operations/set-avatar";
import { action } from "@/lib/api/action";

export const changeProfile = action(changeMyProfile);
export const saveAvatar = action(setAvatar);
export const removeAvatar = action(removeMyAvatar);
export const registerPractice = action(registerPracticeOf);
export const changePractice = action(changePracticeOf);

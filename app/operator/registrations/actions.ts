"use server";

import { action } from "@/lib/api/action";
import { actOnRegistrations } from "@/lib/operator/operations/act-on-registrations";
import { resendPendingRegistration } from "@/lib/operator/operations/resend-registration";
import { tellPreRegistrations } from "@/lib/operator/operations/tell-pre-registrations";

export const act = action(actOnRegistrations);
export const resend = action(resendPendingRegistration);
export const tell = action(tellPreRegistrations);

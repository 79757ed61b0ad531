"use server";

import type { Answer } from "@/components/forms/answer";

type Sent = { familyName?: string; mrn?: string | undefined };

/** Answers as an operation would: some names are refused, to look at the refusals. */
export async function registerSample(values: Sent): Promise<Answer<{ name: string }>> {
  await new Promise((resolve) => setTimeout(resolve, 400));
  if (values.mrn === "TAKEN") {
    const errors = {
      mrn: ["This MRN belongs to another patient."],
      insurance: ["This insurer is not known here."],
    };
    return {
      ok: false,
      problem: {
        code: "validation_failed",
        title: "Some fields need attention",
        detail: "2 fields.",
        errors,
      },
    };
  }
  if (values.mrn === "ENDED") {
    const detail = "You were signed out after 30 minutes.";
    return { ok: false, problem: { code: "session_ended", title: "Your session has ended", detail } };
  }
  return { ok: true, value: { name: values.familyName ?? "" } };
}

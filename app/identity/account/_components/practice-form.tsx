"use client";

import { PracticeFields } from "@/app/identity/_components/practice-fields";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { notify } from "@/components/ui/toast";
import { PracticeChange, type ProviderView } from "@/lib/accounts/schema.registrations";
import type { Specialization } from "@/lib/accounts/specializations";
import { changePractice } from "../actions";

/** Completed or corrected, until somebody has verified it; what was rejected is handed in again by it. */
export function PracticeForm({ practice }: { practice: ProviderView }) {
  const { providerId, version, clinicAddress, verificationStatus } = practice;
  const isRejected = verificationStatus === "rejected";
  return (
    <Form
      key={version}
      schema={PracticeChange}
      initial={{
        phoneNumber: practice.phoneNumber ?? "",
        // The list of the database is the list of the form.
        specialization: practice.specialization as Specialization,
        licenseNumber: practice.licenseNumber ?? "",
        ...(practice.yearsOfExperience !== null && { yearsOfExperience: practice.yearsOfExperience }),
        ...(clinicAddress && { clinicAddress }),
      }}
      action={(body) => changePractice({ params: { clinicianId: providerId }, body, ifMatch: version })}
      onDone={() =>
        notify({ title: isRejected ? "Your practice is handed in again." : "Your practice is saved." })
      }
    >
      <PracticeFields />
      <div>
        <SubmitButton look="plain" busy="Saving">
          {isRejected ? "Hand it in again" : "Save your practice"}
        </SubmitButton>
      </div>
    </Form>
  );
}

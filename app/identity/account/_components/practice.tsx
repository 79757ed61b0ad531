import { StateMark } from "@/components/lab/state-mark";
import { Note } from "@/components/ui/note";
import { Section } from "@/components/ui/section";
import { openClinician } from "@/lib/accounts/operations/open-clinician";
import { tryLoad } from "@/lib/api/load";
import { PracticeForm } from "./practice-form";

const words = {
  pending: "A person looks at your licence and writes to you.",
  missing: "Add your licence number and your clinic: nobody can verify you without them.",
  verified: "Your licence was verified. Write to us if something of it has changed.",
  rejected: "Correct what was wrong: your registration is then looked at again.",
};

/** What a clinician told about their practice, and whether it is verified. */
export async function Practice({ accountId }: { accountId: string }) {
  const opened = await tryLoad(openClinician, { params: { clinicianId: accountId } });
  if (!opened.ok) return null;
  const practice = opened.value;
  const { verificationStatus: status, reason, licenseNumber, clinicAddress } = practice;
  const isMissing = status === "pending" && (licenseNumber === null || clinicAddress === null);
  return (
    <Section title="Your practice" aside={<StateMark kind="provider" state={status} />}>
      <div className="mt-2 grid max-w-110 gap-4">
        {reason ? (
          <Note kind="warn" title="We could not verify your registration.">
            {reason} {words[status]}
          </Note>
        ) : (
          <p className="text-ink-2">{isMissing ? words.missing : words[status]}</p>
        )}
        {status !== "verified" && <PracticeForm practice={practice} />}
      </div>
    </Section>
  );
}

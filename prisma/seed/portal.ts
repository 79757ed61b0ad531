import { confirmByCodeInBrowser } from "@/lib/accounts/operations/confirm-in-browser";
import { preRegister } from "@/lib/accounts/operations/pre-register";
import { registerPatientAccount } from "@/lib/accounts/operations/register-patient";
import { registerProvider } from "@/lib/accounts/operations/register-provider";
import type { RawInput } from "@/lib/api/input";
import { perform } from "@/lib/api/perform";
import type { AccountRef, Actor } from "@/lib/core/actor";
import { newId } from "@/lib/core/ids";
import { inPlatform } from "@/lib/infra/db";
import { hostOf, originOf, type Place } from "@/lib/infra/hosts";
import type { AnswerOf, AnyOperation } from "@/lib/infra/operation";
import { rejectClinician } from "@/lib/operator/operations/reject-provider";
import { verifyClinician } from "@/lib/operator/operations/verify-provider";
import { demonstrationPassword as password } from "./laboratory";
import type { SeedClock } from "./seed-clock";

const anywhere = { laboratoryId: null, accountId: null };

/** Who came by themselves: patients, clinicians in every state, and an address that wants to be told. */
export async function openPortal(operator: AccountRef, { clock, today }: { clock: SeedClock; today: Date }) {
  const hoursAgo = (hours: number) => clock.at(new Date(today.getTime() - hours * 3_600_000));
  hoursAgo(150);
  for (const patient of patients) {
    await join(clock, () => visitorAt({ kind: "learn" }).does(registerPatientAccount, { body: patient }));
    clock.pass(90);
  }
  const ids: string[] = [];
  for (const [index, clinician] of clinicians.entries()) {
    hoursAgo(100 - 30 * index);
    ids.push(
      await join(clock, () => visitorAt({ kind: "learn" }).does(registerProvider, { body: clinician })),
    );
    clock.pass(90);
  }
  const [verified = "", rejected = ""] = ids;
  const desk = visitorAt({ kind: "root" }, operator);
  hoursAgo(30);
  await desk.does(verifyClinician, { params: { accountId: verified }, body: {} });
  const reason = "The register does not know this licence. Correct the number and hand it in again.";
  await desk.does(rejectClinician, { params: { accountId: rejected }, body: { reason } });
  hoursAgo(2);
  await visitorAt({ kind: "root" }).does(preRegister, { body: { email: "curious@hospital.test" } });
}

const patients = [
  {
    ...{ email: "patient1@learn.test", firstName: "Paula", lastName: "Learner", birthDate: "1991-04-12" },
    ...{ isPregnant: true, password, passwordConfirm: password },
  },
  {
    ...{ email: "patient2@learn.test", firstName: "Piet", lastName: "Reader", birthDate: "1957-10-03" },
    ...{ password, passwordConfirm: password },
  },
];

const clinic = { street: "5 Test Row", city: "London", state: "Greater London", zip: "N1 1AA" };

/** In the order of what becomes of them: verified, rejected, still waiting. */
const clinicians = [
  { firstName: "Vera", specialization: "cardiology", licenseNumber: "DEMO2001" },
  { firstName: "Remy", specialization: "paediatrics", licenseNumber: "DEMO2002" },
  { firstName: "Wanda", specialization: "internal_medicine", licenseNumber: "DEMO2003" },
].map((told, index) => ({
  ...{ ...told, email: `clinician${index + 1}@learn.test`, lastName: "Practice" },
  ...{ phoneNumber: `+44 20 7946 020${index}`, yearsOfExperience: 5 + index, clinicAddress: clinic },
  ...{ password, confirmPassword: password },
}));

/** Registers and confirms with the code of the mail. Answers the account's id. */
async function join(
  clock: SeedClock,
  register: () => Promise<{ email: string } & ({ registrationId: string } | { providerId: string })>,
): Promise<string> {
  const asked = await register();
  const registrationId = "registrationId" in asked ? asked.registrationId : asked.providerId;
  const code = await codeSentTo(asked.email);
  await visitorAt({ kind: "learn" }).does(confirmByCodeInBrowser, { body: { email: asked.email, code } });
  return inPlatform(anywhere, async (db) => {
    // A production server refuses it, as it refuses everybody else of the demonstration.
    const account = { email: asked.email, isDemonstration: false };
    await db.account.updateMany({ where: account, data: { isDemonstration: true } });
    // Its mail was read a moment ago.
    await db.mail.updateMany({
      where: { recipient: asked.email, template: "verify-email" },
      data: { state: "sent", carrier: "mailbox", attempts: 1, sentAt: clock.now() },
    });
    return registrationId;
  });
}

async function codeSentTo(recipient: string): Promise<string> {
  const mail = await inPlatform(anywhere, (db) =>
    db.mail.findFirst({ where: { recipient }, orderBy: { createdAt: "desc" }, select: { text: true } }),
  );
  const code = /\b(\d{3}) ?(\d{3})\b/.exec(mail?.text ?? "");
  if (!code) throw new Error(`No code was mailed to ${recipient}.`);
  return `${code[1]}${code[2]}`;
}

function visitorAt(place: Place, account: AccountRef | null = null) {
  const [host, origin] = [hostOf(place), originOf(place)];
  const actor: Actor = {
    kind: account ? "person" : "anonymous",
    name: account ? `${account.firstName} ${account.lastName}` : "Nobody",
    ...{ account, laboratory: null, member: null },
    session: account ? { id: newId(), door: "program" } : null,
    from: { host, origin, ip: null, device: "Demonstration data", requestId: newId() },
  };
  return {
    async does<Op extends AnyOperation>(op: Op, input: RawInput): Promise<AnswerOf<Op>> {
      const { body } = await perform(op, actor, input);
      // What perform answers with has this operation's own output shape.
      return body as AnswerOf<Op>;
    },
  };
}

import "server-only";
import { alreadyRegistered } from "@/emails/already-registered";
import { laboratoryCode } from "@/emails/laboratory-code";
import { emailKey, passwordFaults } from "@/lib/accounts/policy";
import { findAccountByEmail } from "@/lib/accounts/repository";
import { openRegistration, registrationEnd } from "@/lib/accounts/repository.registrations";
import { newId } from "@/lib/core/ids";
import { invalidField, invalidFields, notFound } from "@/lib/core/problem";
import { hostOf, originOf } from "@/lib/infra/hosts";
import { compose, ownBrand } from "@/lib/infra/mail";
import { openTo, operation } from "@/lib/infra/operation";
import { hashPassword } from "@/lib/infra/passwords";
import { randomCode } from "@/lib/infra/secrets";
import { slugFault } from "../policy";
import { isSlugTaken, slugTaken } from "../repository";
import { LaboratorySignUp, Registration } from "../schema";

export const signUpLaboratory = operation({
  id: "laboratories.signUp",
  http: "POST /laboratories",
  summary: "Sign a laboratory up.",
  description:
    "At the root address only. A code goes to the e-mail address; the laboratory is opened when it is confirmed. The answer is the same when the address has an account already: then its owner is told by mail.",
  scope: "platform",
  permission: openTo("anyone", "Nothing exists before the code from the mail comes back."),
  limit: "sign-up",
  audit: "laboratory.signed_up",
  input: { body: LaboratorySignUp },
  output: Registration,
  fails: ["validation_failed", "already_exists", "not_found", "unavailable"],
  status: 202,
  idempotency: "none",
  async prepare({ actor, now }, { body }) {
    if (actor.from.host !== hostOf({ kind: "root" })) throw notFound();
    const { slug, timeZone, admin } = body;
    if (slugFault(slug) === "reserved")
      throw invalidField("slug", "This address is reserved. Choose another.");
    const faults = await passwordFaults(admin.password, {
      email: admin.email,
      names: [admin.firstName, admin.lastName],
      laboratory: `${body.name} ${slug}`,
    });
    if (faults.length > 0) throw invalidFields({ "admin.password": faults });

    const code = randomCode();
    const host = hostOf({ kind: "laboratory", slug });
    const told = { to: admin.email, host };
    const expiresAt = registrationEnd(now);
    const root = originOf({ kind: "root" });
    const waysIn = { signInLink: `${root}/sign-in`, resetLink: `${root}/forgot-password` };
    // Both letters are written whichever is sent, so that the answer takes as long (S16).
    const letters = {
      code: await compose(laboratoryCode, { ...told, code, expiresAt, timeZone }, ownBrand()),
      known: await compose(alreadyRegistered, { ...told, ...waysIn }, ownBrand()),
    };
    return { id: newId(), code, expiresAt, letters, passwordHash: await hashPassword(admin.password) };
  },
  async run({ db, actor, now, mail, about }, { body }, { id, code, expiresAt, letters, passwordHash }) {
    const { name, slug, timeZone, currency, admin } = body;
    if (await isSlugTaken(db, slug)) throw slugTaken();
    const key = emailKey(admin.email) ?? "";
    const known = await findAccountByEmail(db, key);
    await openRegistration(db, now, {
      ...{ id, kind: "laboratory", host: actor.from.host, email: admin.email, emailKey: key },
      code: known ? null : code,
      payload: {
        ...{ name, slug, timeZone, currency, passwordHash },
        ...{ firstName: admin.firstName, lastName: admin.lastName },
      },
    });
    mail(known ? { ...letters.known, to: known.email } : letters.code);
    about({ recordId: id, details: { slug } });
    return { registrationId: id, email: admin.email, expiresAt: expiresAt.toISOString() };
  },
});

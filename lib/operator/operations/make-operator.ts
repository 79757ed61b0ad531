import "server-only";
import { z } from "zod";
import { emailKey, passwordFaults } from "@/lib/accounts/policy";
import { createAccount, findAccountByEmail } from "@/lib/accounts/repository";
import { Email, NewPassword, PersonName } from "@/lib/accounts/schema";
import { invalidField, invalidFields, Problem } from "@/lib/core/problem";
import { openTo, operation } from "@/lib/infra/operation";
import { hashPassword } from "@/lib/infra/passwords";
import { makeOperator as promote, readAccount } from "../repository.accounts";

/** For the command that makes the first operator; no page and no endpoint leads here. */
export const makeOperator = operation({
  id: "operator.make",
  http: "page",
  summary: "Make somebody an operator of this installation, with a new account when they have none.",
  scope: "platform",
  permission: openTo("operator", "Run as a job, by whoever holds the keys of the database."),
  limit: "write",
  audit: "account.made_operator",
  input: {
    body: z.strictObject({
      email: Email,
      /** For a new account only. */
      firstName: PersonName.optional(),
      lastName: PersonName.optional(),
      password: NewPassword.optional(),
    }),
  },
  output: z.object({ publicId: z.string(), email: z.string(), isNew: z.boolean(), wasOperator: z.boolean() }),
  fails: ["validation_failed", "illegal_move"],
  async prepare(_, { body: { email, password, firstName = "", lastName = "" } }) {
    if (password === undefined) return null;
    const faults = await passwordFaults(password, { email, names: [firstName, lastName] });
    if (faults.length > 0) throw invalidFields({ password: faults });
    return hashPassword(password);
  },
  async run({ db, now, about }, { body: { email, firstName, lastName } }, passwordHash) {
    const known = await findAccountByEmail(db, emailKey(email) ?? "");
    if (known && known.state !== "active") {
      throw new Problem("illegal_move", `This account is ${known.state}. Unlock it before it runs anything.`);
    }
    if (!known && passwordHash === null) {
      throw invalidField("password", "Nobody has this address yet: a new account needs a password.");
    }
    const account =
      known ??
      (await createAccount(db, now, {
        kind: "staff",
        email,
        firstName: firstName ?? "Operator",
        lastName: lastName ?? "MedVuno",
        // Of the two ways here without one, both were left above.
        passwordHash: passwordHash ?? "",
      }));
    const isChange = await promote(db, now, await readAccount(db, account.id));
    about({ recordId: account.id, details: { name: account.publicId, isNew: !known } });
    return { publicId: account.publicId, email: account.email, isNew: !known, wasOperator: !isChange };
  },
});

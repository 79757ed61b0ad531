import { table } from "./say.mjs";

const roles = [
  ["administrator", "set-up, members, catalogue, prices"],
  ["receptionist", "patients, orders, labels"],
  ["phlebotomist", "collection"],
  ["technician", "accession, result entry"],
  ["scientist", "verification"],
  ["scientist2", "a second pair of eyes"],
  ["pathologist", "release, amendment, withdrawal"],
  ["cashier", "invoices, payments"],
  ["provider", "orders of one's own, released reports"],
  ["auditor", "everything to read, nothing to change"],
];

/**
 * What a person needs to begin: where to go and how to sign in.
 * @param {string} rootDomain
 */
export function welcome(rootDomain) {
  const at = (/** @type {string} */ path, name = "") => `http://${name && `${name}.`}${rootDomain}${path}`;
  return table([
    ["Product, sign-up", at("/"), ""],
    ["Laboratory demo", at("/", "demo"), ""],
    ["Laboratory northlab", at("/", "northlab"), "same roles, @northlab.test"],
    ["Patients", at("/", "learn"), "patient1@learn.test, patient2@learn.test, same password"],
    ["Operator console", at("/operator"), "operator@medvuno.test, same password"],
    ["Mailbox", at("/dev/mail"), "every mail the installation owes somebody"],
    ["API documentation", at("/api/docs", "demo"), ""],
    ["", "", ""],
    ["Sign in on demo as", "", "password of all: Demo-Lab-2026-Pass!"],
    ...roles.map(([role = "", does = ""]) => [`  ${role}`, `${role}@demo.test`, does]),
  ]);
}

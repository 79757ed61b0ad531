import { accountMoved } from "@/emails/account-moved";
import { addressGivenBack } from "@/emails/address-given-back";
import { laboratoryMoved } from "@/emails/laboratory-moved";
import { hostOf, originOf } from "@/lib/infra/hosts";
import { compose, type Letter, ownBrand } from "@/lib/infra/mail";
import type { Told } from "./repository.told";

/** Tells the owner of an account what became of it; why is for operators only. */
export function letterOfAccount(
  now: Date,
  { email: to, firstName, timeZone, locale }: Told,
  move: "lock" | "unlock" | "disable" | "enable",
): Promise<Letter> {
  const root = originOf({ kind: "root" });
  const links = { signInLink: `${root}/sign-in`, resetLink: `${root}/forgot-password` };
  const told = { to, firstName, move, at: now, timeZone: timeZone ?? "UTC", locale, ...links };
  return compose(accountMoved, told, ownBrand());
}

/** Tells either of two addresses that an account has gone back from one to the other. */
export function letterOfAddress(
  now: Date,
  { email: to, firstName, timeZone, locale }: Told,
  side: "has" | "had",
): Promise<Letter> {
  const resetLink = `${originOf({ kind: "root" })}/forgot-password`;
  const told = { to, firstName, side, at: now, timeZone: timeZone ?? "UTC", locale, resetLink };
  return compose(addressGivenBack, told, ownBrand());
}

/** Tells an administrator of a laboratory what became of it, in the installation's name. */
export function letterOfLaboratory(
  now: Date,
  { email: to, firstName, timeZone, locale }: Told,
  { slug, name, timeZone: zoneThere }: { slug: string; name: string; timeZone: string },
  move: "suspend" | "resume",
): Promise<Letter> {
  const place = { kind: "laboratory", slug } as const;
  const there = { laboratory: name, host: hostOf(place), signInLink: `${originOf(place)}/sign-in` };
  const told = { to, firstName, move, at: now, timeZone: timeZone ?? zoneThere, locale, ...there };
  return compose(laboratoryMoved, told, ownBrand());
}

import { emailKey } from "@/lib/accounts/policy";
import { isRole } from "@/lib/core/access";
import type { Device, EmailChange, Session } from "@/lib/infra/prisma/client";
import { isoOrNull } from "./presenter";
import type { AccountBelongings, AccountRow } from "./repository.accounts";
import type { ResetRow } from "./repository.resets";
import type { AccountLine, OpenedAccount, ResetRequest } from "./schema.accounts";

export function presentAccountLine(row: AccountRow): AccountLine {
  const { id, publicId, kind, state, email, username, isOperator, isDemonstration, version } = row;
  return {
    ...{ id, publicId, kind, state, email, username, isOperator, isDemonstration, version },
    name: `${row.firstName} ${row.lastName}`,
    emailVerified: row.emailVerifiedAt !== null,
    createdAt: row.createdAt.toISOString(),
  };
}

export function presentOpenedAccount(row: AccountRow, belongings: AccountBelongings): OpenedAccount {
  const { factors, failed, openSuspicions, sessions, devices, addressChanges, memberships } = belongings;
  return {
    ...presentAccountLine(row),
    emailVerifiedAt: isoOrNull(row.emailVerifiedAt),
    stateReason: row.stateReason,
    updatedAt: row.updatedAt.toISOString(),
    passwordChangedAt: isoOrNull(belongings.passwordChangedAt),
    secondFactors: [
      ...(factors.totp ? (["totp"] as const) : []),
      ...(factors.passkeys > 0 ? (["passkey"] as const) : []),
      ...(factors.codes > 0 ? (["recovery_code"] as const) : []),
    ],
    recoveryCodesLeft: factors.codes,
    failedSignIns: { inARow: failed.inARow, waitsUntil: isoOrNull(failed.waitsUntil) },
    openSuspicions,
    sessions: sessions.map(presentSession),
    devices: devices.map(presentDevice),
    addressChanges: addressChanges.map((each) => presentAddressChange(each, row.email)),
    memberships: memberships.map(({ roles, state, ...place }) => ({
      ...place,
      roles: roles.filter(isRole),
      state: state === "active" ? ("active" as const) : ("removed" as const),
    })),
  };
}

function presentSession(row: Session): OpenedAccount["sessions"][number] {
  const { id, door, device, ip, firstFactor, secondFactor } = row;
  return {
    ...{ id, door, device, ip, firstFactor, secondFactor },
    place: row.host,
    createdAt: row.createdAt.toISOString(),
    lastActiveAt: row.lastActiveAt.toISOString(),
  };
}

function presentDevice(row: Device): OpenedAccount["devices"][number] {
  const { id, name, ip } = row;
  return {
    ...{ id, name, ip },
    place: row.host,
    firstSeenAt: row.firstSeenAt.toISOString(),
    lastSeenAt: row.lastSeenAt.toISOString(),
  };
}

function presentAddressChange(row: EmailChange, email: string): OpenedAccount["addressChanges"][number] {
  const { id, oldEmail, newEmail, host, ip, device, createdAt } = row;
  return {
    ...{ id, from: oldEmail, to: newEmail, place: host, ip, device },
    by: row.endedBy === "restored" ? "operator" : "owner",
    askedAt: createdAt.toISOString(),
    at: (row.endedAt ?? createdAt).toISOString(),
    restorable: emailKey(oldEmail) !== emailKey(email),
  };
}

export function presentReset(row: ResetRow): ResetRequest {
  const { id, state, email, accountId, publicId, triesSpent, ip, device, endedBy } = row;
  return {
    ...{ id, state, email, triesSpent, ip, device, endedBy },
    place: row.host,
    account: accountId && publicId ? { id: accountId, publicId } : null,
    createdAt: row.createdAt.toISOString(),
    codeExpiresAt: row.codeExpiresAt.toISOString(),
    linkExpiresAt: row.linkExpiresAt.toISOString(),
    endedAt: isoOrNull(row.endedAt),
  };
}

import { isRole } from "@/lib/core/access";
import { originOf } from "@/lib/infra/hosts";
import type { Laboratory } from "@/lib/infra/prisma/client";
import type { LaboratoryFigures, LaboratoryRow } from "./repository";
import type { LaboratoryLine, OpenedLaboratory } from "./schema";

export const isoOrNull = (at: Date | null) => at?.toISOString() ?? null;

export function presentLaboratoryLine(row: LaboratoryRow): LaboratoryLine {
  const { id, slug, name, state, isDemonstration, members, version } = row;
  return {
    ...{ id, slug, name, state, isDemonstration, members, version },
    url: originOf({ kind: "laboratory", slug }),
    lastActiveAt: isoOrNull(row.lastActiveAt),
    suspendedAt: isoOrNull(row.suspendedAt),
    createdAt: row.createdAt.toISOString(),
  };
}

export function presentOpenedLaboratory(row: Laboratory, figures: LaboratoryFigures): OpenedLaboratory {
  const { timeZone, currency, suspendReason } = row;
  const { administrators, openSessions, deadMails } = figures;
  return {
    ...presentLaboratoryLine({ ...row, ...figures }),
    ...{ timeZone, currency, suspendReason, administrators, openSessions, deadMails },
    roles: figures.roles.flatMap(({ role, members }) => (isRole(role) ? [{ role, members }] : [])),
  };
}

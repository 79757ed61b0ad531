import "server-only";
import { permissions, permissionsOf, type Role, roleNames } from "@/lib/core/access";
import { registry } from "./registry";

export type MatrixLine = {
  id: string;
  summary: string;
  /** The permission, or who it is open to. */
  needs: string;
  why: string;
  may: ReadonlySet<Role>;
};

/** Operations against roles, read off the registry. */
export function permissionMatrix(): MatrixLine[] {
  return registry.map(({ id, summary, permission }) => {
    if (typeof permission === "object") {
      return {
        id,
        summary,
        needs: `open to ${permission.who}`,
        why: permission.why,
        may: new Set(roleNames),
      };
    }
    const may = roleNames.filter((role) => permissionsOf([role]).has(permission));
    return { id, summary, needs: permission, why: permissions[permission], may: new Set(may) };
  });
}

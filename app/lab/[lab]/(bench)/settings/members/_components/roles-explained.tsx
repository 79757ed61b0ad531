import { permissions, roleNames, roles } from "@/lib/core/access";

/** Everything each role may do, for whoever wants to know it exactly. */
export function RolesExplained() {
  return (
    <details>
      <summary className="w-fit text-link underline underline-offset-2 max-md:py-2.5">
        Everything each role may do
      </summary>
      <dl className="mt-3 grid gap-4 border-s-2 border-line ps-4">
        {roleNames.map((role) => (
          <div key={role}>
            <dt className="font-strong">{roles[role].label}</dt>
            <dd>
              <ul className="list-disc ps-4 text-ink-2">
                {roles[role].may.map((permission) => (
                  <li key={permission}>{permissions[permission]}</li>
                ))}
              </ul>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

import { FileButton } from "@/components/ui/button";
import { originOf } from "@/lib/infra/hosts";

/** At a laboratory's address nobody registers: staff are invited, patients and providers have the portal. */
export function Elsewhere({ path }: { path: "/register" | "/register/provider" }) {
  return (
    <>
      <p>
        Patients and providers register at the portal, not at a laboratory. Whoever works in this laboratory
        is invited by its administrator.
      </p>
      <FileButton href={`${originOf({ kind: "learn" })}${path}`} look="tenant" size="large" wide>
        Go to the portal
      </FileButton>
    </>
  );
}

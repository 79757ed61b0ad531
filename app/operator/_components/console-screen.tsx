import type { ReactNode } from "react";
import { Screen } from "@/components/lab/screen";
import type { Crumb } from "@/components/lab/top-bar";

/** A page of the console. It says on each that what a laboratory works on is out of its reach. */
export function ConsoleScreen({ crumbs, children }: { crumbs: readonly Crumb[]; children: ReactNode }) {
  return (
    <Screen
      crumbs={crumbs}
      find={false}
      bar={<span className="text-ink-3">No clinical data is reachable from here</span>}
    >
      {children}
    </Screen>
  );
}

"use client";

import { usePathname } from "next/navigation";

/** Where a person proves that it is still them, and comes back from. */
export function ConfirmLink({ isLocked }: { isLocked: boolean }) {
  const next = encodeURIComponent(usePathname() ?? "/");
  return (
    <p className="mt-1">
      {isLocked ? (
        <a href={`/sign-in/locked?next=${next}`}>Unlock this screen</a>
      ) : (
        <a href={`/confirm-identity?next=${next}`}>Confirm that it is you</a>
      )}
    </p>
  );
}

"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

const STALE_AFTER_MS = 60_000;

/** Asks anew for a page that tells what waits, when somebody comes back to its tab. */
export function KeepFresh() {
  const router = useRouter();
  useEffect(() => {
    let seenAt = Date.now();
    const look = () => {
      // Behind a locked screen nothing is answered, and what is there stays.
      if ("locked" in document.documentElement.dataset) return;
      if (document.hidden) {
        seenAt = Date.now();
      } else if (Date.now() - seenAt > STALE_AFTER_MS) {
        router.refresh();
      }
    };
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }, [router]);
  return null;
}

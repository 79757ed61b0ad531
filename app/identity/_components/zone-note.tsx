"use client";

import { useEffect } from "react";

/**
 * Tells the server which time zone this browser is in, with whatever way in is taken next: a sign-in from another
 * network and another zone is told to the account's owner.
 */
export function ZoneNote() {
  useEffect(() => {
    const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
    const secure = location.protocol === "https:" ? "; secure" : "";
    // biome-ignore lint/suspicious/noDocumentCookie: the one way that every browser has; nothing secret is in it
    document.cookie = `lims-zone=${timeZone}; path=/; samesite=lax; max-age=3600${secure}`;
  }, []);
  return null;
}

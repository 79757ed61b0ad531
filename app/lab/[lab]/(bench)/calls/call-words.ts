import type { CriticalNotification } from "@/lib/results/schema";

/** How somebody was told, within a sentence. */
export const methodWords = {
  phone: "by phone",
  in_person: "in person",
  message: "by message",
} as const satisfies Record<CriticalNotification["method"], string>;

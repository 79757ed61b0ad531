"use client";

import type { ReactNode } from "react";

export type Toast = {
  /** What happened: "Sample rejected". */
  title: string;
  detail?: ReactNode;
  /** At most one thing to do next. Never for an error: those stay where they happened. */
  action?: { label: string; onPress: () => void } | { label: string; href: string };
};

/** Says what was done, at the edge, for six seconds. The code for it comes with the first one. */
export async function notify(toast: Toast): Promise<void> {
  const { showToast } = await import("./toaster");
  showToast(toast);
}

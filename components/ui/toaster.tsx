"use client";

import { createRoot } from "react-dom/client";
import { toast as show, Toaster } from "sonner";
import type { Toast } from "./toast";

const LASTS_MS = 6000;
let isMounted = false;

/** Puts the corner for toasts on the page, once, and shows this one in it. */
export function showToast(toast: Toast): void {
  if (!isMounted) mountCorner();
  show.custom((id) => <ToastCard toast={toast} onClose={() => show.dismiss(id)} />, { duration: LASTS_MS });
}

function mountCorner() {
  isMounted = true;
  const corner = document.createElement("div");
  document.body.append(corner);
  const isPhone = matchMedia("(width < 48rem)").matches;
  createRoot(corner).render(
    <Toaster position={isPhone ? "top-center" : "bottom-right"} gap={8} toastOptions={{ unstyled: true }} />,
  );
}

function ToastCard({ toast: { title, detail, action }, onClose }: { toast: Toast; onClose: () => void }) {
  return (
    <div className="flex w-90 max-w-[calc(100vw-2rem)] items-start gap-2.5 rounded-md bg-raised px-3 py-2.5 font-sans text-sm text-ink shadow-pop">
      <svg viewBox="0 0 16 16" aria-hidden="true" className="mt-0.5 size-4 flex-none text-ok">
        <circle cx="8" cy="8" r="7" fill="currentColor" />
        <path
          d="m4.8 8.3 2.2 2.2 4.2-4.7"
          fill="none"
          stroke="var(--color-raised)"
          strokeWidth="1.7"
          strokeLinecap="round"
        />
      </svg>
      <div className="min-w-0 flex-1">
        <strong>{title}</strong>
        {detail && <p className="text-ink-2">{detail}</p>}
      </div>
      {action && <Action action={action} onClose={onClose} />}
    </div>
  );
}

function Action({ action, onClose }: { action: NonNullable<Toast["action"]>; onClose: () => void }) {
  if ("href" in action) {
    return (
      <a href={action.href} className="font-medium">
        {action.label}
      </a>
    );
  }
  return (
    <button
      type="button"
      className="font-medium text-link underline underline-offset-2"
      onClick={() => {
        action.onPress();
        onClose();
      }}
    >
      {action.label}
    </button>
  );
}

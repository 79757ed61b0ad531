"use client";

import { useId, useSyncExternalStore } from "react";
import { THEME_KEY } from "./theme-script";

const choices = [
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
  { value: "system", label: "System" },
] as const;

type Theme = (typeof choices)[number]["value"];

/** Light, dark, or as the system: kept on this device. */
export function ThemeToggle() {
  const name = useId();
  const theme = useSyncExternalStore(listen, read, () => null);
  return (
    <fieldset className="flex overflow-hidden rounded-md border border-line-strong">
      <legend className="sr-only">Theme</legend>
      {choices.map(({ value, label }) => (
        <label
          key={value}
          className="grid h-7 flex-1 place-items-center px-2.5 text-xs text-ink-2 not-first-of-type:border-s not-first-of-type:border-line hover:bg-hover has-checked:bg-sunken has-checked:font-medium has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-focus max-md:h-11 max-md:text-sm"
        >
          <input
            type="radio"
            name={name}
            value={value}
            className="sr-only"
            checked={theme === value}
            onChange={() => choose(value)}
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}

function read(): Theme {
  try {
    const kept = localStorage.getItem(THEME_KEY);
    return kept === "light" || kept === "dark" ? kept : "system";
  } catch {
    return "system";
  }
}

function choose(theme: Theme) {
  try {
    if (theme === "system") localStorage.removeItem(THEME_KEY);
    else localStorage.setItem(THEME_KEY, theme);
  } catch {
    // A browser that keeps nothing still shows the system's theme.
  }
  dispatchEvent(new Event("themechange"));
}

function listen(onChange: () => void) {
  addEventListener("themechange", onChange);
  addEventListener("storage", onChange);
  return () => {
    removeEventListener("themechange", onChange);
    removeEventListener("storage", onChange);
  };
}

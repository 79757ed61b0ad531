"use client";

import { Eye, EyeOff } from "lucide-react";
import { type ComponentProps, useState } from "react";
import { Input } from "./input";

/** A password with a button that shows it. It hides again when the form is sent. */
export function PasswordInput(props: Omit<ComponentProps<typeof Input>, "type" | "affix">) {
  const [isShown, show] = useState(false);
  const label = isShown ? "Hide the password" : "Show the password";
  const isLarge = props.size === "large";
  return (
    <div className="relative">
      <Input {...props} type={isShown ? "text" : "password"} spellCheck={false} className="pe-11" />
      <button
        type="button"
        aria-label={label}
        aria-pressed={isShown}
        title={label}
        onClick={() => show(!isShown)}
        className={`absolute inset-y-0 end-0 grid place-items-center rounded-sm text-ink-2 hover:text-ink max-md:w-11 ${isLarge ? "w-10" : "w-8"}`}
      >
        {isShown ? <EyeOff aria-hidden="true" /> : <Eye aria-hidden="true" />}
      </button>
    </div>
  );
}

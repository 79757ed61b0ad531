"use client";

import { Check, Circle } from "lucide-react";
import { useWatch } from "react-hook-form";
import { passwordKinds, passwordLengthMin } from "@/lib/core/password-kinds";
import { PasswordField } from "./text-fields";

type NewPasswordFieldProps = {
  name: string;
  label: string;
  help?: string;
  size?: "normal" | "large";
  /** Where a laboratory asks for more characters than the installation does. */
  lengthMin?: number;
};

/** A password that is being chosen, with what it still needs: told while it is typed, not after. */
export function NewPasswordField({
  name,
  label,
  help,
  size,
  lengthMin = passwordLengthMin,
}: NewPasswordFieldProps) {
  const value: unknown = useWatch({ name });
  const typed = typeof value === "string" ? value : "";
  const rules = [
    { words: `${lengthMin} characters`, isMet: [...typed].length >= lengthMin },
    ...passwordKinds.map(({ words, pattern }) => ({ words, isMet: pattern.test(typed) })),
  ];
  return (
    <div className="grid gap-1.5">
      <PasswordField name={name} label={label} autoComplete="new-password" {...(size && { size })} />
      <ul aria-label="What the password needs" className="flex flex-wrap gap-x-3 gap-y-0.5 text-xs">
        {rules.map(({ words, isMet }) => (
          <li
            key={words}
            className={isMet ? "flex items-center gap-1 text-ok" : "flex items-center gap-1 text-ink-2"}
          >
            {isMet ? (
              <Check aria-hidden="true" className="size-3.5" />
            ) : (
              <Circle aria-hidden="true" className="size-3.5 p-0.5" />
            )}
            {words}
            <span className="sr-only">{isMet ? ", met" : ", still missing"}</span>
          </li>
        ))}
      </ul>
      <p className="text-xs text-ink-3">
        {help ??
          "Without your name, your e-mail address or the laboratory's name. A few unrelated words are easiest to keep."}
      </p>
    </div>
  );
}

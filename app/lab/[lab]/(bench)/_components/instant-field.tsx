"use client";

import { useEffect, useState } from "react";
import { useController } from "react-hook-form";
import type { BoundProps } from "@/components/forms/text-fields";
import { useBound } from "@/components/forms/use-bound";
import { FieldGroup } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { type DayAndTime, dayAndTime, instantOf } from "./local-time";

type InstantFieldProps = Omit<BoundProps, "aside"> & {
  /** The laboratory's zone: the clock on its wall is what people write down. */
  zone: string;
};

/** A day and a time on the laboratory's clock; an instant in the form's values. */
export function InstantField({ name, label, optional, help, className, zone }: InstantFieldProps) {
  const { id, error } = useBound(name, label);
  const { field } = useController({ name });
  const [typed, setTyped] = useState<DayAndTime>(() => shownOf(field.value, zone));

  // A value that comes from elsewhere (kept, reset) is shown; what is being typed is left as it is.
  useEffect(() => {
    setTyped((shown) =>
      instantText(shown, zone) === (field.value ?? "") ? shown : shownOf(field.value, zone),
    );
  }, [field.value, zone]);

  function type(next: DayAndTime) {
    setTyped(next);
    field.onChange(instantText(next, zone));
  }

  return (
    <FieldGroup {...{ id, label, optional, help, className, error }}>
      {(control) => (
        <div className="flex flex-wrap gap-2">
          <Input
            type="date"
            aria-label={`${label}, day`}
            aria-invalid={control["aria-invalid"]}
            className="w-38!"
            value={typed.day}
            onChange={(event) => type({ ...typed, day: event.target.value })}
            onBlur={field.onBlur}
          />
          <Input
            type="time"
            aria-label={`${label}, time`}
            aria-invalid={control["aria-invalid"]}
            className="w-28!"
            value={typed.time}
            onChange={(event) => type({ ...typed, time: event.target.value })}
            onBlur={field.onBlur}
          />
        </div>
      )}
    </FieldGroup>
  );
}

/** Half of it is no instant: the schema says so. */
function instantText(typed: DayAndTime, zone: string): string {
  if (!typed.day && !typed.time) return "";
  return instantOf(typed, zone)?.toISOString() ?? "incomplete";
}

function shownOf(value: unknown, zone: string): DayAndTime {
  const at = typeof value === "string" ? new Date(value) : null;
  if (!at || Number.isNaN(at.getTime())) return { day: "", time: "" };
  return dayAndTime(at, zone);
}

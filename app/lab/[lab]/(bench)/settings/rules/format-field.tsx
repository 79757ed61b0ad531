"use client";

import { useWatch } from "react-hook-form";
import { TextField } from "@/components/forms/text-fields";
import { Id } from "@/components/ui/id";
import { accessionNumber, parseAccessionFormat, sampleBarcode } from "@/lib/core/accession";

type FormatFieldProps = { name: string; now: string; zone: string };

/** How accession numbers are written, with what the next ones would look like. */
export function FormatField({ name, now, zone }: FormatFieldProps) {
  const value: unknown = useWatch({ name });
  const format = typeof value === "string" ? value : "";
  const parsed = parseAccessionFormat(format);
  return (
    <div className="grid gap-2">
      <TextField
        name={name}
        label="Format"
        mono
        spellCheck={false}
        autoCapitalize="none"
        help="{yyyy} or {yy} year, {MM} month, {dd} day, {seq:5} the running number with five digits; else capitals, digits and hyphens. Numbers that are given stay."
      />
      <p role="status" className="min-h-10 text-ink-2">
        {parsed.ok ? (
          <>
            The first numbers: <Id strong>{accessionNumber(format, 1, new Date(now), zone)}</Id>,{" "}
            <Id>{accessionNumber(format, 2, new Date(now), zone)}</Id> …, its first tube{" "}
            <Id>{sampleBarcode(accessionNumber(format, 1, new Date(now), zone), 1)}</Id>.{" "}
            {periods[parsed.format.period]}
          </>
        ) : (
          parsed.reason
        )}
      </p>
    </div>
  );
}

const periods = {
  day: "The running number begins again every day.",
  month: "The running number begins again every month.",
  year: "The running number begins again every year.",
  always: "The running number never begins again.",
};

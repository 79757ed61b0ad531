"use client";

import { TextField } from "@/components/forms/text-fields";

/** One clinician of the directory. */
export function ProviderFields() {
  return (
    <>
      <div className="grid grid-cols-2 gap-4 max-md:grid-cols-1">
        <TextField name="firstName" label="Given name" autoComplete="off" />
        <TextField name="lastName" label="Family name" autoComplete="off" />
      </div>
      <div className="grid grid-cols-2 gap-4 max-md:grid-cols-1">
        <TextField name="specialization" label="Specialisation" optional autoComplete="off" />
        <TextField name="licenseNumber" label="Licence" optional mono autoComplete="off" />
      </div>
      <div className="grid grid-cols-2 gap-4 max-md:grid-cols-1">
        <TextField
          name="phone"
          label="Phone"
          optional
          type="tel"
          help="Critical values are called to this number."
          autoComplete="off"
        />
        <TextField name="email" label="E-mail" optional type="email" autoComplete="off" />
      </div>
    </>
  );
}

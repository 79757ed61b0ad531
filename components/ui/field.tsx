import { TriangleAlert } from "lucide-react";
import { type ReactNode, useId } from "react";
import { cx } from "./cx";

/** What a control needs to belong to its label, help and error. Spread it on the control. */
export type ControlProps = {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
};

type FieldProps = {
  label: ReactNode;
  /** Made when absent; give one when something else must point at the control. */
  id?: string | undefined;
  /** Said in words beside the label: "optional", or why it may stay empty ("made when left empty"). */
  optional?: boolean | string | undefined;
  help?: ReactNode;
  /** What is wrong and what to do, one sentence. */
  error?: string | undefined;
  /** Opposite the label: "Forgot it?" */
  aside?: ReactNode;
  className?: string | undefined;
  children: (control: ControlProps) => ReactNode;
};

/** Label above, control, help and error below, wired together. */
export function Field({ label, id, optional, help, error, aside, className, children }: FieldProps) {
  const made = useId();
  const control = id ?? made;
  return (
    <div className={cx("grid content-start gap-1", className)}>
      <div className="flex items-baseline justify-between gap-3">
        <label htmlFor={control} className="font-medium">
          {label}
          <Optional say={optional} />
        </label>
        {aside}
      </div>
      {children(controlProps(control, { help, error }))}
      <Below id={control} help={help} error={error} />
    </div>
  );
}

/** The same wiring for several controls under one legend: radios, a list of checkboxes. */
export function FieldGroup({ label, id, optional, help, error, className, children }: FieldProps) {
  const made = useId();
  const control = id ?? made;
  const { "aria-describedby": describedBy, "aria-invalid": invalid } = controlProps(control, { help, error });
  return (
    <fieldset
      id={control}
      aria-describedby={describedBy}
      data-invalid={invalid}
      className={cx("grid content-start gap-1", className)}
    >
      <legend className="float-start mb-1 font-medium">
        {label}
        <Optional say={optional} />
      </legend>
      {children({ id: control, "aria-describedby": undefined, "aria-invalid": invalid })}
      <Below id={control} help={help} error={error} />
    </fieldset>
  );
}

export function controlProps(
  id: string,
  below: { help?: ReactNode; error?: string | undefined },
): ControlProps {
  const described = cx(below.error && `${id}-error`, Boolean(below.help) && `${id}-help`);
  return { id, "aria-describedby": described || undefined, "aria-invalid": below.error ? true : undefined };
}

export function Below({ id, help, error }: { id: string; help?: ReactNode; error?: string | undefined }) {
  return (
    <>
      {error && (
        <p id={`${id}-error`} className="flex gap-1.5 text-xs font-medium text-danger">
          <TriangleAlert className="mt-px size-3.5" aria-hidden="true" />
          {error}
        </p>
      )}
      {help && (
        <p id={`${id}-help`} className="text-xs text-ink-3">
          {help}
        </p>
      )}
    </>
  );
}

function Optional({ say }: { say: boolean | string | undefined }) {
  if (!say) return null;
  return <span className="ms-1.5 font-normal text-ink-3">{say === true ? "optional" : say}</span>;
}

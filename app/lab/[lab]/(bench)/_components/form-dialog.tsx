"use client";

import { type ReactNode, useRef, useState } from "react";
import type { DefaultValues } from "react-hook-form";
import type { z } from "zod";
import type { Answer } from "@/components/forms/answer";
import { Form } from "@/components/forms/form";
import { Button, type ButtonLook } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { DialogState } from "./dialog-button";

type FormDialogProps<Schema extends z.ZodType, Value> = DialogState & {
  /** Asks: "Give this payment back?" */
  title: string;
  about?: ReactNode;
  keep: string;
  act: string;
  /** The act's word while it runs: "Refunding". */
  busy: string;
  look?: ButtonLook;
  schema: Schema;
  initial?: DefaultValues<z.input<Schema>>;
  /** How a field left empty is sent. `null` where a record is changed. */
  emptyAs?: "absent" | "null";
  action: (values: z.input<Schema>) => Promise<Answer<Value> | undefined>;
  onDone?: (value: Value | undefined) => void;
  children: ReactNode;
};

/** A few fields in a dialog, its answers in the foot. It closes when it is done, and says inside what is wrong. */
export function FormDialog<Schema extends z.ZodType, Value>({
  open,
  onOpenChange,
  title,
  about,
  keep,
  act,
  busy,
  look = "primary",
  action,
  onDone,
  children,
  ...form
}: FormDialogProps<Schema, Value>) {
  const fields = useRef<HTMLDivElement>(null);
  const [isBusy, setBusy] = useState(false);

  async function send(values: z.input<Schema>) {
    setBusy(true);
    try {
      return await action(values);
    } finally {
      setBusy(false);
    }
  }

  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={title}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>{keep}</Button>
          <Button
            look={look}
            busy={isBusy && busy}
            onClick={() => fields.current?.querySelector("form")?.requestSubmit()}
          >
            {act}
          </Button>
        </>
      }
    >
      {about && <div className="text-ink-2">{about}</div>}
      <div ref={fields}>
        <Form
          {...form}
          action={send}
          onDone={(value) => {
            onDone?.(value);
            onOpenChange(false);
          }}
        >
          {children}
        </Form>
      </div>
    </Dialog>
  );
}

"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { unstable_rethrow as rethrowNavigation } from "next/navigation";
import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { type DefaultValues, type FieldValues, FormProvider, type Resolver, useForm } from "react-hook-form";
import type { z } from "zod";
import { cx } from "../ui/cx";
import type { ShownProblem } from "../ui/problem-note";
import { type Answer, notReached } from "./answer";
import { type Drafts, draftsOf } from "./draft";
import { FormHead } from "./form-head";
import { formMessage } from "./messages";
import { type FormRegister, FormRegisterContext } from "./use-bound";
import { type EmptyAs, withoutEmpty, withoutEmptyGroups, withoutPaths } from "./values";

type Values = Record<string, unknown>;

type FormProps<Schema extends z.ZodType, Value> = {
  /** The room's noun: the same the operation parses its body with. */
  schema: Schema;
  /** Sends what was typed, already checked by the schema and not yet transformed by it. */
  action: (values: z.input<Schema>) => Promise<Answer<Value> | undefined>;
  initial?: DefaultValues<z.input<Schema>>;
  /** Name under which what is typed is kept in this tab until saved: "patient-new", "order-<id>". */
  keep?: string;
  /** How a field that was left empty is sent. `null` for a form that changes a record. */
  emptyAs?: EmptyAs;
  onDone?: (value: Value | undefined) => void;
  /** More to say about a refusal, such as likely duplicates; `resend` sends the same with something added. */
  explain?: (problem: ShownProblem, resend: (more?: Partial<z.input<Schema>>) => void) => ReactNode;
  className?: string;
  children: ReactNode;
};

/**
 * The one way to make a form. Checks with the schema before sending, puts every problem beside its field and goes
 * to the first, says them at the top when there are two, and keeps what was typed through a reload, an ended
 * session or a lost network until it is saved.
 */
export function Form<Schema extends z.ZodType, Value>({
  schema,
  action,
  initial,
  keep,
  emptyAs = "absent",
  onDone,
  explain,
  className,
  children,
}: FormProps<Schema, Value>) {
  const element = useRef<HTMLFormElement>(null);
  const register = useRef<FormRegister>({
    places: {},
    secrets: new Set(),
    early: new Map(),
    chosen: {},
  }).current;
  const drafts = useMemo(() => (keep ? draftsOf(keep) : null), [keep]);
  const resolver = useMemo(() => resolverOf(schema, emptyAs), [schema, emptyAs]);
  const form = useForm<FieldValues>({
    resolver,
    shouldFocusError: false,
    ...(initial && { defaultValues: initial as DefaultValues<FieldValues> }),
  });
  const [problem, setProblem] = useState<ShownProblem | null>(null);
  const [refusals, setRefusals] = useState(0);
  const restored = useDraft(form, drafts, register);

  // After a refusal: to the first field in need, else to what is said at the top.
  useEffect(() => {
    if (refusals === 0) return;
    const frame = requestAnimationFrame(() => {
      const field = element.current?.querySelector<HTMLElement>("[aria-invalid=true]:not(fieldset)");
      (field ?? element.current?.querySelector<HTMLElement>("[data-problem] [tabindex]"))?.focus();
    });
    return () => cancelAnimationFrame(frame);
  }, [refusals]);

  function refuse(refused: ShownProblem) {
    for (const [path, messages] of Object.entries(refused.errors ?? {})) {
      if (register.places[path]) form.setError(path, { type: "server", message: messages.join(" ") });
    }
    setProblem(refused);
    setRefusals((count) => count + 1);
  }

  async function send(values: Values) {
    const answer = await answered(() => action(values as z.input<Schema>), drafts);
    if (answer && !answer.ok) return refuse(answer.problem);
    drafts?.forget();
    restored.hide();
    setProblem(null);
    onDone?.(answer?.value);
  }

  const submit = form.handleSubmit(send, () => {
    setProblem(null);
    setRefusals((count) => count + 1);
  });

  function resend(more: Partial<z.input<Schema>> = {}) {
    for (const [name, value] of Object.entries(more)) form.setValue(name, value);
    element.current?.requestSubmit();
  }

  return (
    <FormProvider {...form}>
      <FormRegisterContext value={register}>
        <form
          ref={element}
          noValidate
          // An action rather than a listener: React keeps a form sent before the page could listen, and sends it then.
          action={() => submit()}
          // React empties a form after its action; what was typed stays until the person says otherwise.
          onReset={(event) => event.preventDefault()}
          className={cx("grid gap-4", className)}
        >
          <FormHead
            problem={problem}
            restored={restored.isShown}
            onStartOver={restored.startOver}
            places={register.places}
            attempts={refusals}
          >
            {problem && explain?.(problem, resend)}
          </FormHead>
          {children}
        </form>
      </FormRegisterContext>
    </FormProvider>
  );
}

/** Checks what would be sent, and hands on that: the operation parses it again with the same schema. */
function resolverOf(schema: z.ZodType, emptyAs: EmptyAs): Resolver<FieldValues> {
  const check = zodResolver(
    // The resolver's types want object schemas; a body always is one.
    schema as z.ZodType<FieldValues, FieldValues>,
    { error: formMessage },
    { raw: true },
  );
  return async (values, context, options) => {
    const given = withoutEmpty(values, emptyAs);
    const lean = withoutEmptyGroups(given);
    const checked = await check(lean.values, context, options);
    // A group that is needed is asked for field by field.
    const isNeeded = lean.groups.some((group) => group in checked.errors);
    return isNeeded ? check(given, context, options) : checked;
  };
}

async function answered<Value>(
  ask: () => Promise<Answer<Value> | undefined>,
  drafts: Drafts | null,
): Promise<Answer<Value> | undefined> {
  try {
    return await ask();
  } catch (error) {
    // The action led to another page: it was saved.
    if (isRedirect(error)) drafts?.forget();
    rethrowNavigation(error);
    return { ok: false, problem: notReached };
  }
}

function isRedirect(error: unknown): boolean {
  return (
    typeof error === "object" &&
    error !== null &&
    "digest" in error &&
    String(error.digest).startsWith("NEXT_REDIRECT")
  );
}

/** Brings back what was typed before a reload, and keeps what is typed from now on. */
function useDraft(form: ReturnType<typeof useForm>, drafts: Drafts | null, register: FormRegister) {
  const [isShown, show] = useState(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page begins to listen; the form is stable
  useEffect(() => {
    const draft = drafts?.read();
    if (draft) {
      register.chosen = draft.chosen;
      form.reset({ ...form.getValues(), ...draft.values }, { keepDefaultValues: true });
      show(true);
    }
    for (const [name, value] of register.early) form.setValue(name, value, { shouldDirty: true });
    if (!drafts) return;
    return form.subscribe({
      formState: { values: true },
      callback: ({ values }) =>
        drafts.write({ values: withoutPaths(values, register.secrets), chosen: register.chosen }),
    });
  }, [drafts]);

  return {
    isShown,
    hide: () => show(false),
    startOver() {
      register.chosen = {};
      form.reset();
      drafts?.forget();
      show(false);
    },
  };
}

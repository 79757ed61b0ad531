"use client";

import type { ReactNode } from "react";
import { Refused } from "@/app/lab/[lab]/(bench)/_components/refused";
import { useAct } from "@/app/lab/[lab]/(bench)/_components/use-act";
import type { Answer } from "@/components/forms/answer";
import { Button, type ButtonLook } from "@/components/ui/button";
import { notify } from "@/components/ui/toast";

type ActButtonProps = {
  children: ReactNode;
  /** What it is done to, for those who hear the button. */
  of: string;
  act: (input: {
    params: Record<string, string>;
    body?: object;
    ifMatch?: number;
  }) => Promise<Answer<unknown>>;
  params: Record<string, string>;
  version?: number;
  /** For an operation that takes an empty body. */
  body?: object;
  busy: string;
  done: string;
  look?: ButtonLook;
  size?: "small" | "normal";
};

/** What hurts nobody is done at once. */
export function ActButton({
  children,
  of,
  act,
  params,
  version,
  body,
  busy,
  done,
  ...props
}: ActButtonProps) {
  const { act: run, problem, isBusy } = useAct();
  const { look = "plain", size = "small" } = props;
  return (
    <>
      <Refused problem={problem} />
      <Button
        look={look}
        size={size}
        className="relative"
        busy={isBusy && busy}
        onClick={() =>
          run(
            () => act({ params, ...(body && { body }), ...(version !== undefined && { ifMatch: version }) }),
            () => notify({ title: done }),
          )
        }
      >
        {children}
        <span className="sr-only"> {of}</span>
      </Button>
    </>
  );
}

"use client";

import { type ReactNode, useState } from "react";
import { countOf } from "@/app/lab/[lab]/(bench)/_components/number-words";
import type { Answer } from "@/components/forms/answer";
import { AskButton } from "@/components/ui/ask-button";
import type { ButtonLook } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { Selectable } from "@/components/ui/selection";
import { notify } from "@/components/ui/toast";
import type { Outcomes } from "@/lib/operator/on-each";

/** One thing that can be done to what is selected. */
export type BulkAct = {
  /** "Verify" */
  verb: string;
  /** "Verifying", and what is said afterwards: "verified". */
  busy: string;
  done: string;
  /** What follows for them. */
  about: string;
  look: "primary" | "danger";
  /** How its button looks where another act is the one that is meant. */
  button?: ButtonLook;
  /** Whether it asks for a reason, or for what other words, and under which name they are sent. */
  asksWhy?: boolean | { label: string; help: string; as: string };
  /** The operation's own word for it. */
  action: string;
};

type ActOnSelectedProps = {
  /** Rows of this page that can be selected, each by what people know it by. */
  rows: readonly { id: string; name: string }[];
  /** "provider", "mail" */
  noun: string;
  acts: readonly BulkAct[];
  /** Under which name the operation takes the ids. */
  idsAs: string;
  send: (input: { body: Record<string, unknown> }) => Promise<Answer<Outcomes>>;
  children: ReactNode;
};

const reason = { label: "Reason", help: "Kept in the audit trail, with your name." };

/** Several at once, each by itself: those that were refused are named, with the reason. */
export function ActOnSelected({ rows, noun, acts, idsAs, send, children }: ActOnSelectedProps) {
  const [refused, setRefused] = useState<readonly { id: string; name: string; why: string }[]>([]);

  async function act(
    { action, done, asksWhy }: BulkAct,
    ids: readonly string[],
    why: string,
    clear: () => void,
  ) {
    const as = typeof asksWhy === "object" ? asksWhy.as : "reason";
    const answer = await send({ body: { action, [idsAs]: ids, ...(asksWhy && { [as]: why }) } });
    if (!answer.ok) return answer;
    const failed = answer.value.data.flatMap(({ id, problem }) =>
      problem ? [{ id, name: rows.find((row) => row.id === id)?.name ?? id, why: problem.detail }] : [],
    );
    setRefused(failed);
    clear();
    const count = ids.length - failed.length;
    if (count > 0) notify({ title: `${countOf(count, noun)} ${done}` });
    return answer;
  }

  return (
    <>
      {refused.length > 0 && (
        <Note kind="bad" live="alert" title={`${countOf(refused.length, noun)} refused.`} className="mb-3">
          <ul className="mt-1">
            {refused.map(({ id, name, why }) => (
              <li key={id}>
                <span className="id wrap-anywhere">{name}</span>: {why}
              </li>
            ))}
          </ul>
        </Note>
      )}
      <Selectable
        ids={rows.map(({ id }) => id)}
        idle={`Select ${noun}s to act on several at once`}
        acts={(selected, clear) =>
          acts.map((each) => {
            const words = `${each.verb} ${selected.length === 1 ? `1 ${noun}` : `${selected.length} ${noun}s`}`;
            return (
              <AskButton
                key={each.action}
                size="small"
                look={each.button ?? each.look}
                ask={{
                  title: `${words}?`,
                  about: each.about,
                  keep: "Not now",
                  act: words,
                  busy: each.busy,
                  look: each.look,
                  ...(each.asksWhy && {
                    reason: each.asksWhy === true ? reason : each.asksWhy,
                  }),
                  onAct: ({ note }) => act(each, selected, note, clear),
                }}
              >
                {each.verb} {selected.length}
                <span className="sr-only"> {selected.length === 1 ? noun : `${noun}s`}</span>
              </AskButton>
            );
          })
        }
      >
        {children}
      </Selectable>
    </>
  );
}

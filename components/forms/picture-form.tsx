"use client";

import { useRouter } from "next/navigation";
import { type ChangeEvent, useId, useRef, useState } from "react";
import { Button } from "../ui/button";
import { cx } from "../ui/cx";
import { ProblemNote } from "../ui/problem-note";
import { notify } from "../ui/toast";
import type { Answer } from "./answer";

type PictureFormProps = {
  /** "Your picture", "The laboratory's logo" */
  label: string;
  help: string;
  /** Where the picture of now is served; null when there is none. */
  current: string | null;
  shape: "round" | "wide";
  save: (image: string) => Promise<Answer<unknown>>;
  remove: () => Promise<Answer<unknown>>;
};

const bytesMax = 2_000_000;

type Trouble = { title: string; detail: string };

/** Chooses a picture, shows it, and saves it at once; it is drawn anew on the server. */
export function PictureForm({ label, help, current, shape, save, remove }: PictureFormProps) {
  const id = useId();
  const router = useRouter();
  const input = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState<string | false>(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);

  async function finish(what: string, done: string, work: () => Promise<Answer<unknown>>) {
    setBusy(what);
    setTrouble(null);
    const answer = await work();
    setBusy(false);
    if (!answer.ok) {
      const [first] = Object.values(answer.problem.errors ?? {}).flat();
      setTrouble({ title: answer.problem.title, detail: first ?? answer.problem.detail });
      return;
    }
    notify({ title: done });
    router.refresh();
  }

  async function choose(event: ChangeEvent<HTMLInputElement>) {
    const [chosen] = event.target.files ?? [];
    event.target.value = "";
    if (!chosen) return;
    if (chosen.size > bytesMax) {
      setTrouble({ title: "This file is too large", detail: "Choose a picture of at most 2 MB." });
      return;
    }
    const image = await asBase64(chosen);
    await finish("Saving", "Picture saved", () => save(image));
  }

  return (
    <div className="flex flex-wrap items-center gap-4">
      {current ? (
        // biome-ignore lint/performance/noImgElement: already made small on upload, and private
        <img
          src={current}
          alt={label}
          className={cx("flex-none border border-line bg-white", shapes[shape])}
        />
      ) : (
        <span
          aria-hidden="true"
          className={cx(
            "grid flex-none place-items-center border border-dashed border-line-strong text-xs text-ink-3",
            shapes[shape],
          )}
        >
          none yet
        </span>
      )}
      <div className="grid gap-1.5">
        <p id={id} className="font-medium">
          {label}
        </p>
        <p className="max-w-100 text-xs text-ink-3">{help}</p>
        <input
          ref={input}
          // The button before it is what people reach; this only holds the choice.
          tabIndex={-1}
          aria-hidden="true"
          type="file"
          accept="image/png,image/jpeg,image/webp,image/gif,image/svg+xml"
          className="sr-only"
          onChange={choose}
        />
        <div className="flex gap-2">
          <Button busy={busy} aria-describedby={id} onClick={() => input.current?.click()}>
            {current ? "Choose another" : "Choose a file"}
          </Button>
          {current && (
            <Button look="quiet" onClick={() => finish("Removing", "Picture removed", remove)}>
              Remove
            </Button>
          )}
        </div>
        {trouble && <ProblemNote problem={trouble} />}
      </div>
    </div>
  );
}

const shapes = {
  round: "size-18 rounded-full object-cover",
  wide: "h-18 w-48 rounded-md object-contain p-1",
} as const;

function asBase64(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(new Error("The file could not be read."));
    reader.readAsDataURL(file);
  });
}

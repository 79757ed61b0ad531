"use client";

import { Lock } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import type { Answer } from "../forms/answer";
import type { PasskeyQuestion } from "../forms/passkey";
import type { PasskeyProof } from "../forms/passkey-button";
import { forgetLock, isMarkedLocked, lastSeen, markLocked, markSeen, watchLock } from "./lock-state";
import { Unlock } from "./unlock";

type Proof = { password: string } | { passkey: PasskeyProof };

export type ScreenLockProps = {
  /** How long nobody may be there, in minutes. */
  minutes: number;
  /** The session that is locked, in all its tabs. */
  session: string;
  /** Whose it is. */
  name: string;
  acts: {
    lock: (input: object) => Promise<Answer<unknown>>;
    unlock: (input: { body: Proof }) => Promise<Answer<unknown>>;
    /** Tells the server once a minute that somebody is there. */
    stay: (input: object) => Promise<Answer<unknown>>;
    ask: (input: { body: object }) => Promise<Answer<PasskeyQuestion>>;
    signOut: () => Promise<void>;
  };
};

/**
 * Covers the screen of a shared bench that nobody has touched for a while. What is typed behind it stays; the
 * server answers nothing of this session meanwhile, so that a reload shows no more.
 */
export function ScreenLock({ minutes, session, name, acts }: ScreenLockProps) {
  const { isLocked, unlocked } = useLock({ minutes, session, acts });
  if (!isLocked) return null;
  return (
    <Cover>
      <Unlock
        name={name}
        unlock={(body) => acts.unlock({ body })}
        ask={() => acts.ask({ body: {} })}
        signOut={async () => {
          forgetLock(session);
          await acts.signOut();
        }}
        onDone={unlocked}
      />
    </Cover>
  );
}

const touches = ["pointerdown", "pointermove", "keydown", "wheel", "touchstart"] as const;
const second = 1000;

function useLock({ minutes, session, acts }: Omit<ScreenLockProps, "name">) {
  const [isLocked, setLocked] = useState(false);
  const { lock, stay } = acts;

  useEffect(() => {
    let told = Date.now();
    let written = 0;

    function cover() {
      markLocked(session);
      setLocked(true);
      // Lost on the way, it is sent again by the next page, and the server locks by itself soon after.
      void lock({}).catch(() => {});
    }

    function touch() {
      const at = Date.now();
      if (isMarkedLocked(session) || at - written < second) return;
      // Whoever comes back after the time is up is the first to touch it, and must not be the one who keeps it open.
      if (isOver(at)) return cover();
      written = at;
      markSeen(session, at);
      if (at - told < 60 * second) return;
      told = at;
      void stay({}).then(
        (answer) => !answer.ok && answer.problem.members?.locked === true && cover(),
        () => {},
      );
    }

    function isOver(at: number): boolean {
      return at - (lastSeen(session) ?? at) >= minutes * 60 * second;
    }

    function look() {
      if (!isMarkedLocked(session) && isOver(Date.now())) cover();
    }

    if (isMarkedLocked(session)) cover();
    else touch();
    const timer = setInterval(look, 2 * second);
    const unwatch = watchLock(session, setLocked);
    for (const name of touches) window.addEventListener(name, touch, { passive: true, capture: true });
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(timer);
      unwatch();
      for (const name of touches) window.removeEventListener(name, touch, { capture: true });
      document.removeEventListener("visibilitychange", look);
    };
  }, [minutes, session, lock, stay]);

  function unlocked() {
    forgetLock(session);
    markSeen(session, Date.now());
    setLocked(false);
  }

  return { isLocked, unlocked };
}

/** Over everything, other dialogs too; not to be closed, and nothing of the page is printed. */
function Cover({ children }: { children: React.ReactNode }) {
  const dialog = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    const cover = dialog.current;
    const { documentElement: page } = document;
    cover?.showModal();
    page.dataset.locked = "";
    // A browser may close a dialog in spite of us when Escape is pressed again and again.
    const again = () => cover?.showModal();
    cover?.addEventListener("close", again);
    return () => {
      cover?.removeEventListener("close", again);
      cover?.close();
      delete page.dataset.locked;
    };
  }, []);

  return (
    <dialog
      ref={dialog}
      aria-labelledby="screen-lock"
      onCancel={(event) => event.preventDefault()}
      className="fixed inset-0 m-0 h-dvh max-h-none w-full max-w-none overflow-y-auto border-0 bg-canvas p-4 text-ink backdrop:bg-canvas print:hidden"
    >
      <style>{"@media print { body * { visibility: hidden } }"}</style>
      <div className="mx-auto grid min-h-full w-full max-w-88 content-center gap-4">
        <h2 id="screen-lock" className="flex items-center gap-2.5 text-xl">
          <Lock aria-hidden="true" className="size-5" />
          This screen is locked
        </h2>
        {children}
      </div>
    </dialog>
  );
}

"use client";

import { useState } from "react";
import { Button, LinkButton } from "@/components/ui/button";
import { Note } from "@/components/ui/note";

/** A key that was just made. When this page is left nobody can read it again. */
export function ShownOnce({ name, secret }: { name: string; secret: string }) {
  const [wasCopied, copied] = useState(false);

  async function copy() {
    try {
      await navigator.clipboard.writeText(secret);
      copied(true);
    } catch {
      // The browser forbids it; it can be selected.
    }
  }

  return (
    <div className="grid max-w-180 gap-3">
      <Note kind="warn" title="Copy the key now." live="status">
        It is shown this once. Keep it where {name} reads its secrets, and in no mail and no chat.
      </Note>
      <output
        aria-label={`The API key ${name}`}
        className="id rounded-md border border-line-strong bg-sunken p-3 wrap-anywhere select-all"
      >
        {secret}
      </output>
      <p className="text-ink-2">
        Programs send it with every request as <code className="id">Authorization: Bearer …</code>, to this
        laboratory's address only.
      </p>
      <div className="flex flex-wrap gap-2">
        <Button look="primary" onClick={copy}>
          {wasCopied ? "Copied" : "Copy the key"}
        </Button>
        <LinkButton href="/settings/api-keys">I have kept it</LinkButton>
      </div>
    </div>
  );
}

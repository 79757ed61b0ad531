"use client";

import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";

export type Opened = { url: string; ticket: string; name: string };

/** A form of this host to the laboratory's: no link may sign anybody in, and no cookie spans hosts (S18a). */
export function HandOver({ url, ticket, name }: Opened) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.submit(), []);
  return (
    <form
      ref={form}
      method="post"
      action={`${url}/welcome`}
      className="grid max-w-110 justify-items-start gap-4"
    >
      <p role="status" className="text-base">
        {name} is open. We take you there.
      </p>
      <input type="hidden" name="ticket" value={ticket} />
      <Button type="submit" look="primary" size="large">
        Go to the laboratory
      </Button>
    </form>
  );
}

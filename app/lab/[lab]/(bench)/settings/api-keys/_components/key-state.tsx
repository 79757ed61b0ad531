import { WorkMark } from "@/components/lab/state-mark";
import type { ApiKeyView } from "@/lib/accounts/schema.api-keys";

export function KeyState({ state }: { state: ApiKeyView["state"] }) {
  switch (state) {
    case "active":
      return (
        <WorkMark glyph="done" tone="done">
          Active
        </WorkMark>
      );
    case "replaced":
      return (
        <WorkMark glyph="ring" tone="warn">
          Replaced, goes on for a while
        </WorkMark>
      );
    case "expired":
      return (
        <WorkMark glyph="ring" tone="old">
          Run out
        </WorkMark>
      );
    case "revoked":
      return (
        <WorkMark glyph="struck" tone="old">
          Revoked
        </WorkMark>
      );
  }
}

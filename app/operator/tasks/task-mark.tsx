import { WorkMark } from "@/components/lab/state-mark";
import { taskLifecycle } from "@/lib/tasks/lifecycle";
import type { TaskState } from "@/lib/tasks/schema";

const looks = {
  PENDING: { glyph: "dotted", tone: "wait" },
  STARTED: { glyph: "half", tone: "go" },
  RETRY: { glyph: "quarter", tone: "warn" },
  SUCCESS: { glyph: "done", tone: "done" },
  FAILURE: { glyph: "struck", tone: "bad" },
  REVOKED: { glyph: "struck", tone: "old" },
} as const;

export function TaskMark({ state, progress }: { state: TaskState; progress?: number }) {
  return (
    <WorkMark {...looks[state]}>
      {taskLifecycle.states[state].label}
      {state === "STARTED" && progress !== undefined && progress > 0 && ` ${progress} %`}
    </WorkMark>
  );
}

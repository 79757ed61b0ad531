import "server-only";
import { z } from "zod";
import { openTo, operation } from "@/lib/infra/operation";
import { revokeTask } from "@/lib/tasks/operations/cancel-task";
import { tryAgain } from "@/lib/tasks/operations/retry-task";
import { ActedOn, Outcomes, onEach } from "../on-each";

const verbs = { retry: tryAgain, cancel: revokeTask };

export const actOnTasks = operation({
  id: "operator.actOnTasks",
  http: "POST /operator/tasks/actions",
  summary:
    "Try several tasks again, or revoke them, each by itself: one that is refused does not stop the others.",
  scope: "platform",
  permission: openTo("operator", "Who runs the installation answers for its work."),
  limit: "write",
  audit: "task.acted_on",
  input: { body: z.strictObject({ action: z.enum(["retry", "cancel"]), taskIds: ActedOn }) },
  output: Outcomes,
  fails: ["validation_failed"],
  async run(context, { body: { action, taskIds } }) {
    const about: typeof context.about = ({ details, ...subject }) =>
      context.about({ ...subject, details: { action, ...details } });
    return onEach(taskIds, (id) => verbs[action]({ ...context, about }, id));
  },
});

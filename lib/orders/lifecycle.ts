import { lifecycle } from "@/lib/core/lifecycle";
import type { OrderState } from "./schema";

type Move = "begin" | "complete" | "reopen" | "cancel";

/**
 * The life of an order. All but `cancel` follow from its samples and results (`settleOrders`): nobody makes
 * them by hand.
 */
export const orderLifecycle = lifecycle<OrderState, Move>({
  noun: "order",
  initial: "placed",
  states: {
    placed: { label: "Placed" },
    in_progress: { label: "In progress" },
    completed: { label: "Completed" },
    cancelled: { label: "Cancelled" },
  },
  moves: {
    begin: {
      label: "Begun",
      from: ["placed"],
      to: "in_progress",
      needs: "A sample that has arrived, or a value that was entered.",
    },
    complete: {
      label: "Completed",
      from: ["placed", "in_progress"],
      to: "completed",
      needs: "Nothing unreleased, and something released.",
    },
    reopen: {
      label: "Reopened",
      from: ["completed"],
      to: "in_progress",
      needs: "An amendment that is not released yet.",
    },
    cancel: {
      label: "Cancelled",
      from: ["placed", "in_progress"],
      to: "cancelled",
      needs: "A reason, and nothing of it released.",
    },
  },
});

import type { Choice } from "@/components/ui/select";
import { rejectReasons } from "@/lib/samples/schema";

/** Handed to the browser as data: the room's schema would bring its whole library along. */
export const rejectChoices: Choice[] = Object.entries(rejectReasons).map(([value, label]) => ({
  value,
  label,
}));

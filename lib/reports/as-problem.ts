import { Problem } from "@/lib/core/problem";

/** What a check refuses, or null when it lets pass. */
export function asProblem(check: () => void): Problem | null {
  try {
    check();
    return null;
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}

import { duration } from "@/components/lab/turnaround";

/** "40 s left", "9 min left", "23 h 5 min left". */
export function timeLeft(seconds: number): string {
  return seconds < 60 ? `${seconds} s left` : `${duration(Math.floor(seconds / 60))} left`;
}

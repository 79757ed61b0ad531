"use client";

import { useEffect, useState } from "react";

/** How long a code is good: by the minute, then by the second for the last one. `over` says what to do then. */
export function TimeLeft({ until, over }: { until: string; over: string }) {
  const [left, setLeft] = useState(() => secondsUntil(until));
  useEffect(() => {
    const timer = setInterval(() => setLeft(secondsUntil(until)), 1000);
    return () => clearInterval(timer);
  }, [until]);
  if (left <= 0) {
    return <span className="font-medium text-danger">The code is no longer good: {over}</span>;
  }
  return (
    <span className="tabular-nums">
      The code is good for {left >= 60 ? minutes(Math.ceil(left / 60)) : `${left} seconds`}.
    </span>
  );
}

function minutes(count: number): string {
  return count === 1 ? "1 minute" : `${count} minutes`;
}

function secondsUntil(until: string): number {
  return Math.floor((Date.parse(until) - Date.now()) / 1000);
}

"use client";

import { useRef } from "react";
import { newId } from "@/lib/core/ids";

/** A key for each different body: the same sent twice is done once, another is another thing. */
export function useOnceKey(): (body: unknown) => string {
  const kept = useRef({ of: "", key: "" });
  return (body) => {
    const of = JSON.stringify(body);
    if (kept.current.of !== of) kept.current = { of, key: newId() };
    return kept.current.key;
  };
}

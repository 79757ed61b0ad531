import type { AgeBound } from "@/lib/core/age";

export const hours = (value: number): AgeBound => ({ value, unit: "h" });
export const days = (value: number): AgeBound => ({ value, unit: "d" });
export const months = (value: number): AgeBound => ({ value, unit: "mo" });
export const years = (value: number): AgeBound => ({ value, unit: "a" });

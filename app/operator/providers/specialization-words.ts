import { specializations } from "@/lib/accounts/specializations";

/** "haematology" → "Haematology"; a code of another time is shown as it is. */
export function specializationWords(code: string): string {
  return new Map<string, string>(Object.entries(specializations)).get(code) ?? code;
}

import type { Choice } from "@/components/ui/select";
import type { SampleType } from "@/lib/catalogue/schema";

export function sampleTypeChoices(types: readonly SampleType[]): Choice[] {
  return types.map(({ code, name, container }) => ({ value: code, label: `${name} (${container})` }));
}

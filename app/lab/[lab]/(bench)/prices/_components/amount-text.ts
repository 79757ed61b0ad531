import { formatMoney } from "@/lib/core/money";

/** An amount as it stands in a field: "1200.50", without currency and groups. */
export function amountText(amount: number, currency: string): string {
  return formatMoney(amount, currency)
    .replace(currency, "")
    .replace(/[\s\u00a0]/g, "");
}

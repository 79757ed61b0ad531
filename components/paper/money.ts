import { formatMoney } from "@/lib/core/money";

/** An amount in a column whose head names the currency: "1234.50". */
export const amountOf = (minor: number, currency: string) =>
  formatMoney(minor, currency).slice(currency.length + 1);

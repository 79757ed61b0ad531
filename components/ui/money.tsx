import { formatMoney } from "@/lib/core/money";
import { cx } from "./cx";

/** An amount in minor units: `USD 56.00`. Within a column of one currency the figures line up by themselves. */
export function Money({
  amount,
  currency,
  className,
}: {
  amount: number;
  currency: string;
  className?: string;
}) {
  return <span className={cx("num", className)}>{formatMoney(amount, currency)}</span>;
}

import { cx } from "./cx";

/** An identifier: accession number, MRN, barcode, LOINC, licence, check code. */
export function Id({ children, strong = false }: { children: string; strong?: boolean }) {
  return (
    <span translate="no" className={cx("id", strong && "font-medium")}>
      {children}
    </span>
  );
}

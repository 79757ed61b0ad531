import type { ReactNode } from "react";
import { cx } from "../ui/cx";
import { Id } from "../ui/id";
import { PatientName } from "./patient-name";
import { type CapColour, Tube } from "./tube";

export type Identity = {
  family: string;
  given: string | null;
  mrn: string;
  /** As shown: "15 Jun 1961", "about 1961", "unknown". */
  born: string;
  sex: string;
  /** As shown: "65 years", "3 days"; absent where nothing was collected. */
  age?: string | null | undefined;
  sample?: { barcode: string; cap: CapColour; type?: string } | null | undefined;
};

type IdentityStripProps = {
  identity: Identity;
  /** After the identity: requester and the like. */
  more?: readonly { term: string; value: ReactNode }[];
  /** At the end: urgent, fasting; a small button. */
  children?: ReactNode;
  /** Where it sticks: under the top bar, or at the very top of a work screen. */
  under?: "bar" | "nothing";
};

/** Who this is about: the same order and type on every clinical screen; it never scrolls away. */
export function IdentityStrip({ identity, more = [], children, under = "bar" }: IdentityStripProps) {
  const { family, given, mrn, born, sex, age, sample } = identity;
  return (
    <section
      aria-label="Patient"
      className={cx(
        "sticky z-10 flex min-h-15 items-center border-b border-line-strong bg-surface px-6 py-1.5 print:static print:px-0",
        "max-md:flex-wrap max-md:gap-x-3 max-md:gap-y-1 max-md:px-4 max-md:py-2",
        under === "bar" ? "top-12" : "top-0 group-data-demo/shell:pe-36 group-data-demo/shell:max-md:pe-4",
      )}
    >
      <p className="max-w-2/5 flex-none pe-5 text-lg leading-5.5 font-strong wrap-anywhere max-md:max-w-none max-md:w-full max-md:pe-0 max-md:text-md">
        <PatientName family={family} given={given} />
      </p>
      <dl className="flex min-w-0 flex-wrap gap-y-1 max-md:w-full">
        <Fact term="MRN">
          <Id>{mrn}</Id>
        </Fact>
        <Fact term="Born">{born}</Fact>
        <Fact term="Sex" wide>
          {sex}
        </Fact>
        {age && (
          <Fact term="Age at collection" wide>
            {age}
          </Fact>
        )}
        {sample && (
          <Fact term="Sample" wide>
            <span className="inline-flex items-center gap-1.5">
              <Tube cap={sample.cap} />
              <Id>{sample.barcode}</Id>
            </span>
          </Fact>
        )}
        {sample?.type && (
          <Fact term="Type" wide>
            {sample.type}
          </Fact>
        )}
        {more.map(({ term, value }) => (
          <Fact key={term} term={term} wide>
            {value}
          </Fact>
        ))}
      </dl>
      {children && (
        <div className="ms-auto flex items-center gap-2 ps-4 max-md:ms-0 max-md:ps-0">{children}</div>
      )}
    </section>
  );
}

/** `wide`: left out on a phone, which keeps name, MRN and birth date. */
function Fact({ term, wide, children }: { term: string; wide?: boolean; children: ReactNode }) {
  return (
    <div
      className={cx(
        "border-s border-line px-4 max-md:px-3 max-md:first:border-s-0 max-md:first:ps-0",
        wide && "max-md:hidden print:block",
      )}
    >
      <dt className="text-2xs text-ink-3">{term}</dt>
      <dd className="leading-4.5 font-medium whitespace-nowrap">{children}</dd>
    </div>
  );
}

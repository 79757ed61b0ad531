import { Button, LinkButton } from "../ui/button";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { GridPicture } from "./grid-picture";

type LandingProps = {
  /** `medvuno.example`, with a port in development: laboratories live in front of it. */
  rootDomain: string;
  signUpHref: string;
  /** Where a made-up laboratory can be looked at, when there is one. */
  demoHref?: string | undefined;
  /** Page that takes `?q=` and answers with the laboratory's address. */
  findHref: string;
  portalHref: string;
  docsHref: string;
};

/** The product's door: what it is, how it looks at work, and the ways in. */
export function Landing({ rootDomain, signUpHref, demoHref, findHref, portalHref, docsHref }: LandingProps) {
  return (
    <>
      <section
        className={`${column} grid grid-cols-[minmax(0,13fr)_minmax(0,11fr)] items-end gap-x-14 gap-y-4 pt-16 max-lg:grid-cols-1 max-lg:pt-8`}
      >
        <h1 className="text-3xl text-balance max-md:text-[2.25rem] max-md:leading-10">
          Your laboratory, from order to report
        </h1>
        <div>
          <p className="max-w-[46ch] text-lg leading-7 tracking-normal text-ink-2">
            Register the patient, label the tubes, enter the values and have them checked, release the report,
            take the payment: in one place, at your laboratory's own address and in its own name.
          </p>
          <p className="mt-5.5 flex flex-wrap gap-2.5 max-md:grid">
            <LinkButton look="primary" size="large" href={signUpHref}>
              Sign up a laboratory
            </LinkButton>
            {demoHref && (
              <LinkButton size="large" href={demoHref}>
                See the demonstration
              </LinkButton>
            )}
          </p>
        </div>
      </section>

      <GridPicture host={`demo.${rootDomain}`} />

      <section id="what" aria-labelledby="what-head" className={`${column} pt-20 max-md:pt-12`}>
        <h2 id="what-head" className="text-xl">
          What happens in it
        </h2>
        <ul className="mt-5 grid grid-cols-3 gap-x-10 border-t border-line-strong max-lg:grid-cols-2 max-md:grid-cols-1">
          {parts.map(({ title, text }) => (
            <li key={title} className="border-b border-line py-4.5">
              <h3 className="text-md">{title}</h3>
              <p className="mt-1 text-base text-ink-2">{text}</p>
            </li>
          ))}
        </ul>
      </section>

      <section
        aria-label="Ways in"
        className={`${column} grid grid-cols-3 gap-x-10 gap-y-10 pt-16 pb-20 max-lg:grid-cols-1 max-md:pt-12`}
      >
        <div id="find">
          <h2 className="text-lg">Find my laboratory</h2>
          <p className="mt-1 mb-3 text-base text-ink-2">
            Staff and providers sign in at their laboratory's own address.
          </p>
          <form action={findHref} method="get" className="flex items-end gap-2">
            <Field label="Name in its address" className="flex-1" id="find-laboratory">
              {(control) => (
                <Input
                  {...control}
                  name="q"
                  required
                  size="large"
                  autoComplete="off"
                  autoCapitalize="none"
                  spellCheck={false}
                  affix={`.${rootDomain}`}
                />
              )}
            </Field>
            <Button type="submit" size="large">
              Find
            </Button>
          </form>
        </div>
        <div id="patients">
          <h2 className="text-lg">For patients</h2>
          <p className="mt-1 text-base text-ink-2">
            You have a report in your hands? Learn what its letters, intervals and versions mean, and how to
            see that it is genuine. <a href={portalHref}>How to read your report</a>
          </p>
        </div>
        <div id="programs">
          <h2 className="text-lg">For programs</h2>
          <p className="mt-1 text-base text-ink-2">
            Whatever a page can do, a program can do: the same operations, rules and answers.{" "}
            <a href={docsHref}>Read the API</a>
          </p>
        </div>
      </section>
    </>
  );
}

const column = "mx-auto w-full max-w-310 px-8 max-md:px-4";

const parts = [
  {
    title: "Orders and labels",
    text: "Likely duplicates are shown before a patient is saved. Tests and panels become samples, and samples get labels with a barcode and two identifiers.",
  },
  {
    title: "Samples",
    text: "Tubes are scanned in as they arrive. A rejected tube stops the station, keeps its history, and opens the recollection that replaces it.",
  },
  {
    title: "Results",
    text: "Values are typed into a grid without touching the mouse. Each is judged at once by the interval for this patient's sex and age.",
  },
  {
    title: "Two pairs of eyes",
    text: "Whoever entered a value cannot verify it: not on the page, not through the API, not in the database.",
  },
  {
    title: "Critical values",
    text: "A call is owed until it is recorded: who was told, when, how, and whether it was read back.",
  },
  {
    title: "Reports",
    text: "Numbered versions that never change. A correction says what changed and why, and anyone can check that a report is genuine and current.",
  },
  {
    title: "Invoices",
    text: "Drafted from your price list as the order is placed. Payments and refunds add up to the last unit.",
  },
  {
    title: "The trail",
    text: "Who did what, when, as what, and who looked at whose data: kept in order and sealed, so that a missing entry shows.",
  },
  {
    title: "Apart",
    text: "Many laboratories share an installation; the database itself keeps each one's records out of the others' sight.",
  },
];

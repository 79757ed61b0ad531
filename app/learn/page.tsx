import type { Metadata } from "next";
import type { ReactNode } from "react";
import { Flag } from "@/components/lab/flag";
import { IntervalGlyph } from "@/components/lab/interval-glyph";
import { intervalPicture } from "@/components/lab/interval-picture";
import { Column } from "@/components/site/column";
import { Id } from "@/components/ui/id";
import { PageHead } from "@/components/ui/page-head";
import type { Flag as FlagLetters } from "@/lib/core/flag";

export const metadata: Metadata = {
  title: { absolute: "How to read your report · MedVuno Learn" },
  description: "What the letters, intervals and versions on a laboratory report mean, and how to check one.",
};

export default function LearnPage() {
  return (
    <Column>
      <PageHead
        title="How to read your report"
        size="lead"
        note="What the letters, intervals and versions on a laboratory report mean. What your own values mean for you, only somebody who knows you can say: ask whoever ordered the tests."
      />
      <div className="grid max-w-[68ch] gap-10 text-md leading-6">
        <Part title="The interval">
          <p>
            Beside most values stands an interval, such as 4.3 – 6.2. It says where the values of most healthy
            people like you lie: of your sex and your age, measured in the same way. It is usually chosen so
            that about 95 of 100 healthy people are inside. So about 5 of 100 healthy people are outside, and
            nothing is wrong with them.
          </p>
          <Examples />
          <p>
            “No interval” means that the laboratory has none that fits. It does not say that the value is good
            or bad. Intervals differ from one laboratory to the next, so compare a value with the one beside
            it, not with another report's.
          </p>
        </Part>
        <Part title="The letters">
          <dl className="grid grid-cols-[auto_minmax(0,1fr)] items-baseline gap-x-4 gap-y-3">
            {letters.map(({ flag, words }) => (
              <div key={flag} className="col-span-2 grid grid-cols-subgrid items-baseline">
                <dt>
                  <Flag flag={flag} size="large" />
                </dt>
                <dd>{words}</dd>
              </div>
            ))}
          </dl>
          <p>
            A value without a letter, or with a dash, was not compared: there is no interval for it, or it is
            not a number. A letter is a question, not an answer. One value a little outside often means little
            by itself.
          </p>
        </Part>
        <Part title="Preliminary, final, corrected, withdrawn">
          <dl className="grid gap-3">
            {states.map(({ term, words }) => (
              <div key={term}>
                <dt className="font-strong">{term}</dt>
                <dd>{words}</dd>
              </div>
            ))}
          </dl>
        </Part>
        <Part title="Is this report genuine and current?">
          <p>
            At the end of every report stands a code of four groups, such as <Id>7K2MQ-04XVD-9HTRB-31WZP</Id>,
            beside a square to scan. Scan the square, or open the address printed beside it and type the code.
            The page of the laboratory tells you whether the report is genuine, and whether a newer version
            has taken its place. It shows nothing about you, so you may give the code to somebody who needs to
            be sure.
          </p>
        </Part>
        <Part title="Whom to ask">
          <p>
            The letterhead of your report names the laboratory, its address and its telephone. The laboratory
            can say how something was measured. What follows from it is for whoever ordered the tests, and
            knows you.
          </p>
        </Part>
      </div>
    </Column>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="grid gap-3.5">
      <h2 className="text-lg">{title}</h2>
      {children}
    </section>
  );
}

function Examples() {
  return (
    <figure className="grid gap-2 border-y border-line py-4">
      {examples.map(({ value, flag, words }) => (
        <div key={value} className="grid grid-cols-[3rem_8rem_minmax(0,1fr)] items-center gap-x-4">
          <span className="text-end tabular-nums">{value}</span>
          <IntervalGlyph
            picture={intervalPicture({ value, low: "4.3", high: "6.2", flag })}
            label={`${value} on the interval 4.3 to 6.2`}
          />
          <span className="text-ink-2">{words}</span>
        </div>
      ))}
      <figcaption className="mt-1 text-sm text-ink-3">
        An example: the shaded band is the interval 4.3 – 6.2, the mark is the value.
      </figcaption>
    </figure>
  );
}

const examples: { value: string; flag: FlagLetters; words: string }[] = [
  { value: "5.1", flag: "N", words: "inside" },
  { value: "6.5", flag: "H", words: "above" },
  { value: "2.4", flag: "LL", words: "far below" },
];

const letters: { flag: NonNullable<FlagLetters>; words: string }[] = [
  { flag: "L", words: "Low: below the interval." },
  { flag: "H", words: "High: above the interval." },
  {
    flag: "LL",
    words: "Critical, low: so far below that the laboratory calls whoever ordered the test at once.",
  },
  {
    flag: "HH",
    words: "Critical, high: so far above that the laboratory calls whoever ordered the test at once.",
  },
  {
    flag: "A",
    words: "Abnormal: for findings that are words and not numbers, one that is not usually found.",
  },
];

const states: { term: string; words: string }[] = [
  {
    term: "Preliminary",
    words:
      "Some of what was ordered is not ready yet. What is on it has been checked and released; the rest follows in a newer version.",
  },
  { term: "Final", words: "Everything that was ordered is on it." },
  {
    term: "Corrected",
    words:
      "Something on an earlier version was wrong or was changed. The report says what it said before, what it says now, and why. The newest version counts.",
  },
  {
    term: "Withdrawn",
    words:
      "The report must not be used, for example because a sample was mistaken for another. The laboratory tells whoever received it.",
  },
];

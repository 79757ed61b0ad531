import type { Message } from "./message";
import { Act, Link, Paragraph, Title } from "./parts";
import { asName } from "./plain";

type ReportReady = {
  to: string;
  /** Null where one letter goes to many. */
  recipientName: string | null;
  /** Where the recipient can sign in to read it, when there is such a place. */
  link: string | null;
  /** Where it is explained how to read a report, for patients. */
  guide: string | null;
};

/** A report is there. Whose and what it says is never told by mail. */
export const reportReady: Message<ReportReady> = {
  template: "report-ready",
  subject: (_, brand) => `A report from ${brand.name} is ready`,
  preview: () => "For your privacy this mail says nothing of what is in it.",
  Body: ({ recipientName, link, guide, brand }) => (
    <>
      <Title>A report is ready</Title>
      <Paragraph>
        Hello{recipientName ? ` ${asName(recipientName)}` : ""}, {brand.name} has released a report for you.
        For your privacy this mail says nothing of what is in it.
      </Paragraph>
      {link && <Act href={link}>Sign in to read it</Act>}
      <Paragraph isLast>
        {link
          ? "If you cannot sign in, or have questions, ask the laboratory."
          : "The laboratory passes it on to you in the way that you agreed on."}
        {guide && (
          <>
            {" "}
            What stands in a report is explained here: <Link href={guide}>How to read your report</Link>
          </>
        )}
      </Paragraph>
    </>
  ),
  previewProps: {
    to: "ada@demo.test",
    recipientName: null,
    link: null,
    guide: "https://learn.medvuno.example/",
  },
};

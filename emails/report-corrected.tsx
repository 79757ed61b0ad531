import type { Message } from "./message";
import { Act, Link, Paragraph, Strong, Title } from "./parts";
import { asName } from "./plain";

type ReportCorrected = {
  to: string;
  /** Null where one letter goes to many. */
  recipientName: string | null;
  /** Where the recipient can sign in to read it, when there is such a place. */
  link: string | null;
  /** Where it is explained how to read a report, for patients. */
  guide: string | null;
};

/** To everybody who was told of an earlier version of a report. */
export const reportCorrected: Message<ReportCorrected> = {
  template: "report-corrected",
  subject: (_, brand) => `A report from ${brand.name} was corrected`,
  preview: () => "Please read the new version; the earlier one no longer counts.",
  Body: ({ recipientName, link, guide, brand }) => (
    <>
      <Title>A report was corrected</Title>
      <Paragraph>
        Hello{recipientName ? ` ${asName(recipientName)}` : ""}, {brand.name} has corrected a report that you
        received. <Strong>The earlier version no longer counts: please read the new one.</Strong>
      </Paragraph>
      {link && <Act href={link}>Sign in to read it</Act>}
      <Paragraph>
        {!link && "The laboratory passes it on to you in the way that you agreed on. "}For your privacy this
        mail says nothing of what is in it.
      </Paragraph>
      <Paragraph isLast>
        If you have questions, ask the laboratory.
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
    link: "https://demo.medvuno.example/reports",
    guide: null,
  },
};

import type { Message } from "./message";
import { Act, Paragraph, Strong, Title } from "./parts";
import { asName } from "./plain";

type ReportCorrected = {
  to: string;
  /** Null where one letter goes to many. */
  recipientName: string | null;
  link: string | null;
};

/** To everybody who was told of an earlier version of a report. */
export const reportCorrected: Message<ReportCorrected> = {
  template: "report-corrected",
  subject: (_, brand) => `A report from ${brand.name} was corrected`,
  preview: () => "Please read the new version; the earlier one no longer counts.",
  Body: ({ recipientName, link, brand }) => (
    <>
      <Title>A report was corrected</Title>
      <Paragraph>
        Hello{recipientName ? ` ${asName(recipientName)}` : ""}, {brand.name} has corrected a report that you
        received. <Strong>The earlier version no longer counts: please read the new one.</Strong>
      </Paragraph>
      {link && <Act href={link}>Sign in to read it</Act>}
      <Paragraph isLast>
        For your privacy this mail says nothing of what is in it. If you have questions, ask the laboratory.
      </Paragraph>
    </>
  ),
  previewProps: { to: "ada@demo.test", recipientName: null, link: "https://learn.medvuno.example/" },
};

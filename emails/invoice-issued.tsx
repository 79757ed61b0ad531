import type { Message } from "./message";
import { Act, Paragraph, Strong, Title } from "./parts";

type InvoiceIssued = {
  to: string;
  number: string;
  link: string | null;
};

/** An invoice is there. What it is for is never told by mail. */
export const invoiceIssued: Message<InvoiceIssued> = {
  template: "invoice-issued",
  subject: ({ number }, brand) => `Invoice ${number} from ${brand.name}`,
  preview: ({ number }, brand) => `${brand.name} has issued invoice ${number} to you.`,
  Body: ({ number, link, brand }) => (
    <>
      <Title>Your invoice</Title>
      <Paragraph>
        {brand.name} has issued invoice <Strong>{number}</Strong> to you.
      </Paragraph>
      {link && <Act href={link}>Sign in to read it</Act>}
      <Paragraph isLast>
        {!link && "The laboratory passes it on to you in the way that you agreed on. "}If you have questions
        about it, ask the laboratory, and name its number.
      </Paragraph>
    </>
  ),
  previewProps: { to: "ada@demo.test", number: "DEM-2026-000042", link: "https://learn.medvuno.example/" },
};

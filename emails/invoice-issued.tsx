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
  preview: () => "It says what is due, and how to pay it.",
  Body: ({ number, link, brand }) => (
    <>
      <Title>Your invoice</Title>
      <Paragraph>
        {brand.name} has issued invoice <Strong>{number}</Strong> to you.
      </Paragraph>
      {link && <Act href={link}>Sign in to read it</Act>}
      <Paragraph isLast>
        If you have questions about it, ask the laboratory, and tell the number of the invoice.
      </Paragraph>
    </>
  ),
  previewProps: { to: "ada@demo.test", number: "DEM-2026-000042", link: "https://learn.medvuno.example/" },
};

/** A message as it will be read; it becomes a row in the transaction that owes it. */
export type Letter = {
  to: string;
  subject: string;
  /** The file's name in emails/. */
  template: string;
  text: string;
  html: string;
};

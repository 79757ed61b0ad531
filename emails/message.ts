import type { ReactNode } from "react";

/** In whose name a message is sent: a laboratory's, or the installation's own. */
export type Brand = {
  name: string;
  /** As the laboratory chose it; what is drawn is computed from it. */
  colour: string;
  /** Canonical origin of the sender's address, as stored. */
  origin: string;
  addressLines: readonly string[];
  isDemonstration: boolean;
};

/** One message: a file in this folder. Nothing in it is clinical, and nothing in it is typed by a stranger. */
export type Message<Props extends { to: string }> = {
  /** The file's name. */
  template: string;
  subject: (props: Props, brand: Brand) => string;
  /** What mail programs show beside the subject. */
  preview: (props: Props, brand: Brand) => string;
  /** When what it carries runs out: later it is not sent any more. Absent where nothing in it does. */
  validUntil?: (props: Props) => Date;
  Body: (props: Props & { brand: Brand }) => ReactNode;
  /** What it looks like, for those who work on it. */
  previewProps: Props;
};

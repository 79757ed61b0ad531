import type { CSSProperties } from "react";

/** The design's light colours: a message knows no variables. */
export const colours = {
  canvas: "#f5f7f9",
  surface: "#ffffff",
  sunken: "#eff1f3",
  line: "#dde1e4",
  ink: "#151f28",
  text: "#444e58",
  quiet: "#5f6971",
  link: "#165b8d",
} as const;

const sans = "'IBM Plex Sans','IBM Plex Sans Var',Arial,Helvetica,sans-serif";
const mono = "'IBM Plex Mono',Consolas,Menlo,'Courier New',monospace";

/** Type is set on each cell: mail programs hand nothing down. Sizes in pixels. */
export function cell(of: {
  size: number;
  line: number;
  colour: string;
  isBold?: boolean;
  isMono?: boolean;
}): CSSProperties {
  return {
    fontFamily: of.isMono ? mono : sans,
    fontSize: of.size,
    lineHeight: `${of.line}px`,
    color: of.colour,
    ...(of.isBold && { fontWeight: "bold" }),
  };
}

import type { ReactNode } from "react";
import { labColours } from "@/lib/core/colour";
import type { Brand } from "./message";
import { cell, colours } from "./type";

/**
 * Around every message: the sender's mark and name above, who sent it and why below. Tables and inlined styles,
 * no image, no font to fetch; it stays light, like paper, and says so to programs that would invert it.
 */
export function Frame({ brand, preview, children }: { brand: Brand; preview: string; children?: ReactNode }) {
  const { fill, on } = labColours(brand.colour).light;
  return (
    <html lang="en">
      {/* biome-ignore lint/style/noHeadElement: a message is a whole document, not a page of ours */}
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light only" />
        <meta name="supported-color-schemes" content="light" />
        <style>{sheet}</style>
      </head>
      <body style={{ margin: 0, padding: 0, backgroundColor: colours.canvas }}>
        <div data-skip-in-text="true" style={{ display: "none", maxHeight: 0, overflow: "hidden" }}>
          {preview}
        </div>
        <Layout style={{ backgroundColor: colours.canvas }} width="100%">
          <td align="center" className="outer" style={{ padding: "40px 16px" }}>
            <table
              role="presentation"
              width="560"
              cellPadding={0}
              cellSpacing={0}
              border={0}
              style={{
                width: "100%",
                maxWidth: 560,
                backgroundColor: colours.surface,
                border: `1px solid ${colours.line}`,
                textAlign: "left",
              }}
            >
              <tbody>
                <tr>
                  <td style={{ height: 4, lineHeight: "4px", fontSize: 0, backgroundColor: fill }}>&nbsp;</td>
                </tr>
                <tr>
                  <td className="inner" style={{ padding: "28px 40px 0 40px" }}>
                    <Mark brand={brand} fill={fill} on={on} />
                  </td>
                </tr>
                {children}
                <Footer brand={brand} />
              </tbody>
            </table>
          </td>
        </Layout>
      </body>
    </html>
  );
}

// Programs that know no media queries keep the wider paddings, which fit 320 px too, only less well.
const sheet = `:root { color-scheme: light only; }
@media only screen and (max-width: 480px) {
  .outer { padding: 16px 8px !important; }
  .inner { padding-left: 20px !important; padding-right: 20px !important; }
  .code { font-size: 28px !important; letter-spacing: 4px !important; }
}`;

function Layout({
  style,
  width,
  children,
}: {
  style?: React.CSSProperties;
  width?: string;
  children: ReactNode;
}) {
  return (
    <table role="presentation" width={width} cellPadding={0} cellSpacing={0} border={0} style={style}>
      <tbody>
        <tr>{children}</tr>
      </tbody>
    </table>
  );
}

function Mark({ brand, fill, on }: { brand: Brand; fill: string; on: string }) {
  const tile = {
    ...{ width: 32, height: 32, backgroundColor: fill, borderRadius: 6, color: on },
    ...cell({ size: 16, line: 32, colour: on, isBold: true }),
  };
  return (
    <Layout>
      <td data-skip-in-text="true" width={32} height={32} align="center" valign="middle" style={tile}>
        {[...brand.name][0]?.toUpperCase()}
      </td>
      <td style={{ paddingLeft: 12, ...cell({ size: 15, line: 20, colour: colours.ink, isBold: true }) }}>
        {brand.name}
      </td>
    </Layout>
  );
}

function Footer({ brand }: { brand: Brand }) {
  const host = brand.origin.replace(/^https?:\/\//, "");
  return (
    <tr>
      <td
        className="inner"
        style={{
          padding: "18px 40px 22px 40px",
          borderTop: `1px solid ${colours.line}`,
          ...cell({ size: 13, line: 20, colour: colours.quiet }),
        }}
      >
        {[brand.name, ...brand.addressLines].join(", ")}
        <br />
        Sent by{" "}
        <a href={brand.origin} style={{ color: colours.link }}>
          {host}
        </a>
        .{brand.isDemonstration && " This is a demonstration laboratory."} This address is not read.
      </td>
    </tr>
  );
}

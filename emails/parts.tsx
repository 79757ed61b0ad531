import { Fragment, type ReactNode } from "react";
import { cell, colours } from "./type";

/** The first line under the sender's name: what this is. */
export function Title({ children }: { children: ReactNode }) {
  return (
    <tr>
      <td
        className="inner"
        style={{
          padding: "28px 40px 0 40px",
          ...cell({ size: 22, line: 28, colour: colours.ink, isBold: true }),
        }}
      >
        <p style={{ margin: 0 }}>{children}</p>
      </td>
    </tr>
  );
}

export function Paragraph({ isLast = false, children }: { isLast?: boolean; children: ReactNode }) {
  const padding = isLast ? "16px 40px 32px 40px" : "12px 40px 0 40px";
  return (
    <tr>
      <td
        className="inner"
        style={{ padding, ...cell({ size: 16, line: 24, colour: colours.text }), wordBreak: "break-word" }}
      >
        <p style={{ margin: 0 }}>{children}</p>
      </td>
    </tr>
  );
}

export function Strong({ children }: { children: ReactNode }) {
  return <strong style={{ color: colours.ink }}>{children}</strong>;
}

/** Six digits, in two groups that are easy to carry over; one touch selects them all. */
export function Code({ code }: { code: string }) {
  return (
    <tr>
      <td className="inner" style={{ padding: "24px 40px 0 40px" }}>
        <table role="presentation" width="100%" cellPadding={0} cellSpacing={0} border={0}>
          <tbody>
            <tr>
              <td
                align="center"
                className="code"
                style={{
                  ...{
                    padding: "20px 8px",
                    backgroundColor: colours.sunken,
                    borderRadius: 6,
                    letterSpacing: 8,
                  },
                  ...cell({ size: 36, line: 44, colour: colours.ink, isBold: true, isMono: true }),
                }}
              >
                <p style={{ margin: 0, userSelect: "all" }}>
                  {code.slice(0, 3)} {code.slice(3)}
                </p>
              </td>
            </tr>
          </tbody>
        </table>
      </td>
    </tr>
  );
}

/** The one thing to do; its address in full below it, for programs that show no buttons. Plain text says both. */
export function Act({ href, children }: { href: string; children: ReactNode }) {
  return (
    <>
      <tr>
        <td className="inner" style={{ padding: "24px 40px 0 40px" }}>
          <table role="presentation" cellPadding={0} cellSpacing={0} border={0}>
            <tbody>
              <tr>
                <td align="center" style={{ backgroundColor: colours.link, borderRadius: 6 }}>
                  <a
                    href={href}
                    style={{
                      ...{ display: "inline-block", padding: "12px 24px", textDecoration: "none" },
                      ...cell({ size: 16, line: 24, colour: "#ffffff", isBold: true }),
                    }}
                  >
                    {children}
                  </a>
                </td>
              </tr>
            </tbody>
          </table>
        </td>
      </tr>
      <tr>
        <td
          className="inner"
          data-skip-in-text="true"
          style={{
            padding: "12px 40px 0 40px",
            ...cell({ size: 13, line: 20, colour: colours.quiet }),
          }}
        >
          If the button does not work, open this address:
          <br />
          <a href={href} style={{ color: colours.link, wordBreak: "break-all" }}>
            {href}
          </a>
        </td>
      </tr>
    </>
  );
}

/** A link within a sentence. In plain text its address follows it. */
export function Link({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a href={href} style={{ color: colours.link, wordBreak: "break-word" }}>
      {children}
    </a>
  );
}

/** The end of every notice: the way back for somebody who did not do it. It works signed out. */
export function NotMe({ href }: { href: string }) {
  return (
    <Paragraph isLast>
      If it was not you, tell us at once and we lock everybody else out:{" "}
      <Link href={href}>This was not me</Link>
    </Paragraph>
  );
}

/** What is known, one line each. */
export function Facts({ items }: { items: { term: string; value: string }[] }) {
  return (
    <Lines
      lines={items.map(({ term, value }) => (
        <>
          {term}: <Strong>{value}</Strong>
        </>
      ))}
    />
  );
}

export function Lines({ lines }: { lines: ReactNode[] }) {
  return (
    <tr>
      <td
        className="inner"
        style={{
          ...{ padding: "16px 40px 0 40px", wordBreak: "break-word" },
          ...cell({ size: 16, line: 24, colour: colours.text }),
        }}
      >
        <p style={{ margin: 0 }}>
          {lines.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a mail is drawn once
            <Fragment key={index}>
              {index > 0 && <br />}
              {line}
            </Fragment>
          ))}
        </p>
      </td>
    </tr>
  );
}

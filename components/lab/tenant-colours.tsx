import type { CSSProperties, ReactNode } from "react";

/** A laboratory's colour as computed when it was saved; CSS colours. See `.tenant` in globals.css. */
export type TenantPalette = {
  /** White text on it reaches 4.5:1. */
  fill: string;
  on: string;
  /** 3:1 on canvas and surface. */
  line: string;
  darkFill: string;
  darkOn: string;
  darkLine: string;
};

/** Everything inside wears the laboratory's colour, in the few places that may. Adds no box. */
export function TenantColours({ palette, children }: { palette: TenantPalette | null; children: ReactNode }) {
  if (!palette) return children;
  const { fill, on, line, darkFill, darkOn, darkLine } = palette;
  const style = {
    "--tenant-fill": fill,
    "--tenant-on": on,
    "--tenant-line": line,
    "--tenant-dark-fill": darkFill,
    "--tenant-dark-on": darkOn,
    "--tenant-dark-line": darkLine,
    // React's CSSProperties knows no custom properties.
  } as CSSProperties;
  return (
    <div className="tenant contents" style={style}>
      {children}
    </div>
  );
}

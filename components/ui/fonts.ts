import localFont from "next/font/local";

/** IBM Plex Sans, all weights and scripts in one file; only the complete one has `≤`, `≥`, `→` and a slashed zero. */
const plexSans = localFont({
  src: "../../node_modules/@ibm/plex-sans-variable/fonts/complete/woff2/IBM Plex Sans Var-Roman.woff2",
  weight: "100 700",
  display: "swap",
  variable: "--font-plex-sans",
  adjustFontFallback: "Arial",
});

/** IBM Plex Mono for identifiers, whose alphabet is ASCII: the small file will do. */
const plexMono = localFont({
  src: [
    {
      path: "../../node_modules/@fontsource/ibm-plex-mono/files/ibm-plex-mono-latin-400-normal.woff2",
      weight: "400",
    },
    {
      path: "../../node_modules/@fontsource/ibm-plex-mono/files/ibm-plex-mono-latin-500-normal.woff2",
      weight: "500",
    },
  ],
  display: "swap",
  variable: "--font-plex-mono",
  adjustFontFallback: false,
});

/** Class names for `<html>`: they define the variables globals.css reads. */
export const fontVariables = `${plexSans.variable} ${plexMono.variable}`;

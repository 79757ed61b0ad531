import { Flag } from "@/components/lab/flag";
import { Note } from "@/components/ui/note";
import type { LabColours, ThemeColours, ThemeRatios } from "@/lib/core/colour";

type ColourPreviewProps = { chosen: string; colours: LabColours; laboratory: string };

/** What was made of a colour so that everybody can read it, and what to think of before saving it. */
export function ColourPreview({ chosen, colours, laboratory }: ColourPreviewProps) {
  return (
    <div className="grid gap-3" aria-live="polite">
      <div className="grid grid-cols-2 gap-4 max-md:grid-cols-1">
        <Theme
          title="Light"
          ground="oklch(0.976 0.003 240)"
          ink="oklch(0.25 0.02 245)"
          {...{ laboratory, colours: colours.light, ratios: colours.ratio.light }}
        />
        <Theme
          title="Dark"
          ground="oklch(0.182 0.012 245)"
          ink="oklch(0.93 0.01 245)"
          {...{ laboratory, colours: colours.dark, ratios: colours.ratio.dark }}
        />
      </div>
      {colours.shifted && (
        <Note title="The colour was moved so that it can be read.">
          You chose <code className="id">{chosen}</code>; where words stand on it, it becomes{" "}
          <code className="id">{colours.light.fill}</code>.
        </Note>
      )}
      {colours.resemblesCritical && (
        <Note kind="warn" title="This resembles a critical flag.">
          Red and orange mean danger here: <Flag flag="HH" />. It is allowed, and flags stay as they are; a
          colour further away is quicker to tell apart.
        </Note>
      )}
    </div>
  );
}

type ThemeProps = {
  title: string;
  laboratory: string;
  ground: string;
  ink: string;
  colours: ThemeColours;
  ratios: ThemeRatios;
};

function Theme({ title, laboratory, ground, ink, colours: { fill, on, line }, ratios }: ThemeProps) {
  return (
    <figure className="grid content-start gap-2">
      <div
        className="grid gap-3 rounded-md border border-line p-4"
        style={{ background: ground, color: ink }}
      >
        <span className="flex items-center gap-2.5 font-strong">
          <span
            aria-hidden="true"
            className="grid size-6.5 place-items-center rounded-[5px] text-sm font-loud"
            style={{ background: fill, color: on }}
          >
            {laboratory.trim().charAt(0).toUpperCase()}
          </span>
          <span className="min-w-0 wrap-anywhere">{laboratory}</span>
        </span>
        <span className="border-s-3 ps-2.5 font-medium" style={{ borderColor: line }}>
          The current place
        </span>
        <span
          className="grid h-8 place-items-center rounded-md px-4 font-medium"
          style={{ background: fill, color: on }}
        >
          Sign in
        </span>
      </div>
      <figcaption className="text-ink-2 tabular-nums">
        {title}: words on it {ratios.fill.toFixed(2)} : 1 (4.5 needed), bar on the page{" "}
        {ratios.line.toFixed(2)} : 1 (3 needed)
      </figcaption>
    </figure>
  );
}

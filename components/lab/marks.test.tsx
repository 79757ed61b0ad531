import { renderToStaticMarkup as render } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Flag } from "./flag";
import { IntervalGlyph } from "./interval-glyph";
import { StateMark } from "./state-mark";
import { Tube } from "./tube";

describe("a mark is never only a colour", () => {
  it("a flag has its letters as text, its direction as a sign and its meaning as words", () => {
    const critical = render(<Flag flag="HH" />);
    expect(critical).toContain(">HH</span>");
    expect(critical).toContain("<svg");
    expect(critical).toContain('aria-label="HH, critical, high"');
  });

  it("a value inside its interval has a quiet letter and no sign, and no flag is a dash", () => {
    expect(render(<Flag flag="N" />)).not.toContain("<svg");
    expect(render(<Flag flag={null} />)).toContain(">–</span>");
  });

  it("no interval is said in words and draws no band", () => {
    expect(render(<IntervalGlyph picture={null} />)).toContain("no interval");
    expect(render(<IntervalGlyph picture={null} />)).not.toContain("<svg");
  });

  it("a state has its word beside its circle, and what no longer counts is struck", () => {
    expect(render(<StateMark kind="result" state="verified" />)).toContain("Verified");
    expect(render(<StateMark kind="report" state="superseded" />)).toContain("line-through");
    expect(render(<StateMark kind="sample" state="rejected" label="Rejected 06:31, clotted" />)).toContain(
      "Rejected 06:31, clotted",
    );
  });

  it("a tube without words beside it still names its cap", () => {
    expect(render(<Tube cap="blue" />)).toContain('aria-label="light blue cap"');
    expect(render(<Tube cap="gold" label="Serum, gel" />)).toContain("Serum, gel");
  });
});

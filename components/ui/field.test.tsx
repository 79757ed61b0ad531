import { renderToStaticMarkup as render } from "react-dom/server";
import { expect, it } from "vitest";
import { Field } from "./field";
import { Input } from "./input";
import { ProblemNote } from "./problem-note";

it("ties a control to its label, its help and its error", () => {
  const html = render(
    <Field id="hb" label="Haemoglobin" help="In g/dL." error="Above what can be.">
      {(control) => <Input {...control} name="hb" />}
    </Field>,
  );
  expect(html).toContain('for="hb"');
  expect(html).toContain('aria-describedby="hb-error hb-help"');
  expect(html).toContain('aria-invalid="true"');
  expect(html).toContain('id="hb-error"');
});

it("says nothing of an error that is not there", () => {
  const html = render(
    <Field label="Phone" optional>
      {(control) => <Input {...control} />}
    </Field>,
  );
  expect(html).toContain("optional");
  expect(html).not.toContain('aria-invalid="');
  expect(html).not.toContain('aria-describedby="');
});

it("leads from a problem to each field it is about, and says what is about none", () => {
  const errors = { mrn: ["Taken."], insurer: ["Not known here."] };
  const html = render(
    <ProblemNote
      problem={{ title: "Some fields need attention", detail: "2 fields.", errors }}
      fields={{ mrn: { id: "f1", label: "MRN" } }}
    />,
  );
  expect(html).toContain('<a href="#f1">MRN</a>: Taken.');
  expect(html).toContain("Not known here.");
});

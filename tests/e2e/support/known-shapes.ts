import type { Page } from "@playwright/test";

/** Of this process: shapes that were looked at in both themes, on whatever page, by whomever. */
const known = new Set<string>();

/**
 * Takes out of sight what was looked at before in the same shape and the same surroundings: the third row of a
 * table, the navigation of the second page. The shape of an element is all of it but its words, addresses and
 * ids; so every shape that a laboratory can meet is looked at, beside its like, but not hundreds of times.
 * What only means something together stays: fields with their labels, what others refer to by id, a link beside
 * the next one.
 * @returns whether anything is left that was not looked at before
 */
export async function hideKnownShapes(page: Page): Promise<boolean> {
  const met = await page.evaluate(hideInPage, [...known]);
  for (const shape of met) known.add(shape);
  return met.length > 0;
}

/** Runs in the page. */
function hideInPage(before: string[]): string[] {
  const known = new Set(before);
  const met = new Map<string, number>();
  const names = (text: string) => new Set(text.split(" "));
  const bare = names("SCRIPT STYLE TEMPLATE NOSCRIPT IFRAME");
  // What has its name from within, and what is nothing without all that it holds.
  const whole = names("A BUTTON LABEL SUMMARY svg H1 H2 H3 H4 H5 H6 LEGEND CAPTION TR TH DT DD OPTION");
  const naming = new Set(
    Array.from(document.querySelectorAll("[aria-labelledby]"), (each) => each.getAttribute("aria-labelledby"))
      .join(" ")
      .split(" "),
  );
  const kept = "label, input, select, textarea, [id]";
  // Each of these stays beside the next one: how far apart they are counts.
  const targets = names("A BUTTON");
  // Of these it matters that they are there, not what they say.
  const wordy = names(
    "href src for id name value title alt content datetime aria-label aria-labelledby aria-describedby aria-controls",
  );
  const tags = new WeakMap<Element, string>();
  const shapes = new WeakMap<Element, string>();

  shape(document.body);
  const around = tagOf(document.documentElement) + tagOf(document.body);
  for (const child of document.body.children) look(child, around);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("[data-known] { display: none }");
  document.adoptedStyleSheets.push(sheet);
  return [...met.keys()];

  function look(element: Element, around: string): void {
    if (bare.has(element.tagName)) return;
    const here = digest(`${around}${shapes.get(element)}`);
    const times = met.get(here) ?? 0;
    const isKnown = known.has(here);
    if (!isKnown) met.set(here, times + 1);
    if (targets.has(element.tagName)) return;
    if ((isKnown || times >= 2) && !element.querySelector(kept) && !element.matches(kept)) {
      element.setAttribute("data-known", "");
      return;
    }
    if (whole.has(element.tagName) || (element.id && naming.has(element.id))) return;
    const within = digest(`${around}${tags.get(element)}`);
    for (const child of element.children) look(child, within);
  }

  function shape(element: Element): string {
    const tag = tagOf(element);
    const inside: string[] = [];
    for (const child of element.children) {
      const next = shape(child);
      if (next !== inside.at(-1)) inside.push(next);
    }
    const found = digest(`${tag}(${inside.join()})`);
    tags.set(element, tag);
    shapes.set(element, found);
    return found;
  }

  function tagOf(element: Element): string {
    const attributes = Array.from(element.attributes, ({ name, value }) =>
      wordy.has(name) ? `${name}=${value.trim() !== ""}` : `${name}=${value}`,
    );
    const speaks = Array.from(element.childNodes).some(
      (node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim(),
    );
    return `<${element.tagName} ${attributes.sort().join(" ")}>${speaks ? "words" : ""}`;
  }

  function digest(text: string): string {
    let one = 0x811c9dc5;
    let other = 0x41c6ce57;
    for (let index = 0; index < text.length; index += 1) {
      const code = text.charCodeAt(index);
      one = Math.imul(one ^ code, 0x01000193);
      other = Math.imul(other ^ code, 0x5f356495);
    }
    return `${(one >>> 0).toString(36)}.${(other >>> 0).toString(36)}`;
  }
}

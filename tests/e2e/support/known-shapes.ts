import type { Page } from "@playwright/test";

/** Of this process: shapes that were looked at, on whatever page, by whomever. */
const known = new Set<string>();

/**
 * Takes out of sight what was looked at before in the same shape and the same surroundings: the third row of a
 * table, the navigation of the second page. The shape of an element is all of it but its words, addresses and
 * ids; its surroundings are the elements around it. So every shape that a laboratory can meet is looked at,
 * beside its like, but not hundreds of times. What names something that stays, stays.
 * @returns whether the page shows a shape that was not looked at before
 */
export async function hideKnownShapes(page: Page): Promise<boolean> {
  const met = await page.evaluate(hideInPage, [...known]);
  for (const shape of met) known.add(shape);
  return met.length > 0;
}

export async function showAll(page: Page): Promise<void> {
  await page.evaluate(() => {
    document.adoptedStyleSheets = [];
  });
}

/** Runs in the page. */
function hideInPage(before: string[]): string[] {
  const names = (text: string) => new Set(text.split(" "));
  const bare = names("SCRIPT STYLE TEMPLATE NOSCRIPT IFRAME");
  // What has its name from within is new as soon as anything in it is.
  const named = names("A BUTTON LABEL SUMMARY H1 H2 H3 H4 H5 H6 LEGEND CAPTION OPTION svg");
  // A row without its cells is none.
  const whole = new Set([...named, "TR", "DT", "DD"]);
  // Of these it matters that they are there, not what they say.
  const wordy = names(
    "href src for id name value placeholder title alt content datetime aria-label aria-labelledby aria-describedby aria-controls data-account",
  );
  const known = new Set(before);
  const met = new Set<string>();
  const times = new Map<string, number>();
  const tags = new WeakMap<Element, string>();
  const shapes = new WeakMap<Element, string>();
  const isNew = new WeakSet<Element>();

  shape(document.body);
  for (const child of document.body.children) meet(child, "");
  const naming = namingElements();
  for (const child of document.body.children) hide(child, "");
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("[data-known], [data-known] * { visibility: hidden }");
  document.adoptedStyleSheets = [sheet];
  return [...met];

  /** Marks what is new, and whatever holds something new. */
  function meet(element: Element, around: string): boolean {
    if (bare.has(element.tagName)) return false;
    const isNamed = named.has(element.tagName);
    const here = digest(`${around}${isNamed ? shapes.get(element) : tags.get(element)}`);
    let holdsNew = !known.has(here);
    if (holdsNew) met.add(here);
    if (!isNamed) {
      const within = digest(`${around}${tags.get(element)}`);
      for (const child of element.children) if (meet(child, within)) holdsNew = true;
    }
    if (holdsNew) isNew.add(element);
    return holdsNew;
  }

  function hide(element: Element, around: string): void {
    // How far a target is from the next one counts: they go together, with what holds them, or stay.
    if (element.tagName === "A" || element.tagName === "BUTTON") return;
    const here = `${around}${shapes.get(element)}`;
    const time = (times.get(here) ?? 0) + 1;
    times.set(here, time);
    // Two of a kind are left, each the other's neighbour.
    if ((!isNew.has(element) || time > 2) && !namesSomethingElse(element)) {
      element.setAttribute("data-known", "");
      return;
    }
    if (whole.has(element.tagName) || naming.has(element)) return;
    const within = digest(`${around}${tags.get(element)}`);
    for (const child of element.children) hide(child, within);
  }

  /** What names or explains another element, with that other. */
  function namingElements(): Map<Element, Element[]> {
    const found = new Map<Element, Element[]>();
    const add = (name: Element | null, of: Element) =>
      name && found.set(name, [...(found.get(name) ?? []), of]);
    for (const attribute of ["aria-labelledby", "aria-describedby"]) {
      for (const of of document.querySelectorAll(`[${attribute}]`)) {
        for (const id of (of.getAttribute(attribute) ?? "").split(" ")) add(document.getElementById(id), of);
      }
    }
    for (const label of document.querySelectorAll("label")) if (label.control) add(label, label.control);
    return found;
  }

  function namesSomethingElse(element: Element): boolean {
    for (const [name, others] of naming) {
      if (element.contains(name) && others.some((other) => !element.contains(other))) return true;
    }
    return false;
  }

  function shape(element: Element): string {
    const tag = element.tagName === "svg" ? "<svg>" : tagOf(element);
    const inside: string[] = [];
    for (const child of element.tagName === "svg" ? [] : element.children) {
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
    const isLabelled = element instanceof HTMLInputElement && (element.labels?.length ?? 0) > 0;
    return `<${element.tagName} ${attributes.sort().join(" ")}>${speaks ? "words" : ""}${isLabelled ? "labelled" : ""}`;
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

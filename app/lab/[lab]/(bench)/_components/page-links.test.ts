import { describe, expect, it } from "vitest";
import { address, pagesAround, readSearch } from "./page-links";

const queryOf = (href: string | undefined) =>
  Object.fromEntries(new URL(href ?? "", "http://x").searchParams);

describe("addresses of a list", () => {
  it("takes the first of a repeated parameter and forgets an empty one", async () => {
    const search = Promise.resolve({ q: ["jones", "smith"], state: " ", priority: undefined });
    expect(await readSearch(search)).toEqual({ q: "jones" });
  });

  it("leaves out what is not set", () => {
    expect(address("/orders", { state: "placed", q: "" })).toBe("/orders?state=placed");
    expect(address("/orders", {})).toBe("/orders");
  });

  it("shows no way on from a page that holds everything", () => {
    expect(pagesAround("/orders", {}, null)).toEqual({});
  });

  it("keeps the filters while it pages on", () => {
    const { older, newer } = pagesAround("/orders", { state: "placed" }, "c1");
    expect(newer).toBeUndefined();
    expect(queryOf(older)).toEqual({ state: "placed", cursor: "c1" });
  });

  it("walks back through the pages it came by", () => {
    const third = queryOf(pagesAround("/orders", { cursor: "c1" }, "c2").older);
    const fourth = queryOf(pagesAround("/orders", third, "c3").older);
    const backToThird = queryOf(pagesAround("/orders", fourth, null).newer);
    expect(backToThird).toEqual(third);
    const backToSecond = queryOf(pagesAround("/orders", backToThird, "c3").newer);
    expect(backToSecond).toEqual({ cursor: "c1" });
    expect(pagesAround("/orders", backToSecond, "c2").newer).toBe("/orders");
  });

  it("forgets the oldest pages rather than growing without end", () => {
    let query: Record<string, string> = {};
    for (let n = 1; n <= 40; n += 1) query = queryOf(pagesAround("/orders", query, `c${n}`).older);
    expect(query.trail?.split(".")).toHaveLength(12);
    expect(query.trail?.endsWith("c39")).toBe(true);
  });
});

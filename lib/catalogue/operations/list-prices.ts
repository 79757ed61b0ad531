import "server-only";
import { z } from "zod";
import { page, pageOf, pageQuery, readCursor } from "@/lib/core/paging";
import { notAudited, operation } from "@/lib/infra/operation";
import { presentPrice } from "../presenter";
import { findPrices } from "../repository.prices";
import { Price } from "../schema.sold";

export const listPrices = operation({
  id: "prices.list",
  http: "GET /prices",
  summary: "Read the price list: what tests and panels cost, by code.",
  scope: "laboratory",
  permission: "price:read",
  limit: "read",
  audit: notAudited("The price list holds nothing about patients."),
  input: {
    query: z.strictObject({
      ...pageQuery,
      q: z.string().trim().max(100).default("").meta({ description: "A part of the name or the code." }),
    }),
  },
  output: pageOf(Price),
  fails: [],
  async run({ db, actor }, { query }) {
    const [after = null] = readCursor(query.cursor, ["text"]) ?? [];
    const rows = await findPrices(db, actor.laboratory.id, {
      q: query.q,
      after: after === null ? null : String(after),
      take: query.limit + 1,
    });
    return page(
      rows,
      query.limit,
      ({ code }) => [code],
      (row) => presentPrice(row, actor.laboratory.currency),
    );
  },
});

import "server-only";
import { z } from "zod";
import { page, pageOf, pageQuery, readCursor } from "@/lib/core/paging";
import { operation } from "@/lib/infra/operation";
import { readPatientSearch } from "../policy";
import { presentPatient } from "../presenter";
import { newestPatients, searchPatients } from "../repository";
import { Patient } from "../schema";

export const listPatients = operation({
  id: "patients.list",
  http: "GET /patients",
  summary: "Find patients, or list them, newest first.",
  description:
    "`q` finds by name, MRN, phone or birth date, or several of them together, tolerant of spelling and accents; the best matches come first and there is no next page: ask more exactly.",
  scope: "laboratory",
  permission: "patient:read",
  limit: "read",
  audit: "patients.searched",
  input: {
    query: z.strictObject({
      ...pageQuery,
      q: z.string().trim().max(300).default("").meta({
        description: "Name, MRN or its beginning, phone, birth date (YYYY-MM-DD, DD.MM.YYYY or DD/MM/YYYY).",
        example: "jones 1961-06-15",
      }),
    }),
  },
  output: pageOf(Patient),
  fails: [],
  async run({ db, actor, about }, { query: { q, limit, cursor } }) {
    const laboratoryId = actor.laboratory.id;
    if (q !== "") {
      const rows = await searchPatients(db, laboratoryId, readPatientSearch(q), limit);
      // What was typed is somebody's name: the trail says only how many were shown.
      about({ details: { shown: rows.length, searched: true } });
      return { data: rows.map(presentPatient), nextCursor: null, hasMore: false };
    }
    const [createdAt, id] = readCursor(cursor, ["instant", "id"]) ?? [];
    const before =
      createdAt === undefined ? null : { createdAt: new Date(String(createdAt)), id: String(id) };
    const rows = await newestPatients(db, laboratoryId, { before, take: limit + 1 });
    const listed = page(rows, limit, (row) => [row.createdAt.toISOString(), row.id], presentPatient);
    about({ details: { shown: listed.data.length, searched: false } });
    return listed;
  },
});

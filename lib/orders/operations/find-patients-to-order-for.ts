import "server-only";
import { z } from "zod";
import { Id } from "@/lib/core/ids";
import { notFound } from "@/lib/core/problem";
import { operation } from "@/lib/infra/operation";
import { readPatientSearch } from "@/lib/patients/policy";
import { summarise } from "@/lib/patients/presenter";
import { searchPatients } from "@/lib/patients/repository";
import { orderReach } from "../policy";
import { presentPatient } from "../presenter";
import { patientsWithinReach } from "../repository.ordering";
import { PatientsToOrderFor } from "../schema.ordering";

const SHOWN = 12;

export const findPatientsToOrderFor = operation({
  id: "orders.findPatients",
  http: "page",
  summary: "Find patients an order may be placed for, or open the one it is for.",
  description: "A provider finds those that an order of theirs names or that they registered.",
  scope: "laboratory",
  permission: "order:place",
  limit: "read",
  audit: "patients.searched",
  input: {
    query: z.strictObject({ q: z.string().trim().max(300).default(""), patientId: Id.optional() }),
  },
  output: PatientsToOrderFor,
  fails: ["not_found"],
  async run({ db, actor, about }, { query: { q, patientId } }) {
    const laboratoryId = actor.laboratory.id;
    const reach = orderReach(actor, "order:place");
    if (reach.kind === "all" && patientId === undefined && q !== "") {
      const found = await searchPatients(db, laboratoryId, readPatientSearch(q), SHOWN);
      // What was typed is somebody's name: the trail says only how many were shown.
      about({ details: { shown: found.length, searched: true } });
      return { data: found.map(summarise) };
    }
    const memberId = actor.member?.id ?? null;
    const wanted = { q, patientId: patientId ?? null, memberId };
    const rows = await patientsWithinReach(db, laboratoryId, wanted, reach, SHOWN);
    if (patientId !== undefined && rows.length === 0) throw notFound();
    about({
      ...(patientId && { recordId: patientId, patientId }),
      details: { shown: rows.length, searched: q !== "" },
    });
    return { data: rows.map(presentPatient) };
  },
});

import { changePractice } from "@/lib/accounts/operations/change-practice";
import { openClinician } from "@/lib/accounts/operations/open-clinician";
import { route } from "@/lib/api/route";

export const GET = route(openClinician);
export const PATCH = route(changePractice);

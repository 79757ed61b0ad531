import "server-only";
import { openProgramSession } from "@/lib/accounts/operations/sign-in";
import { hostOf, originOf, type Place } from "@/lib/infra/hosts";
import { openTo, operation } from "@/lib/infra/operation";
import { signingKey } from "@/lib/infra/tokens";
import { Confirmation, Confirmed } from "../schema";
import { openLaboratory, presentOpened } from "./open-laboratory";

export const confirmLaboratory = operation({
  id: "laboratories.confirm",
  http: "POST /laboratories/confirm",
  summary: "Open the laboratory with the code that came by mail.",
  description: "The tokens are valid at the laboratory's own address, the answer's laboratory.url.",
  scope: "platform",
  permission: openTo("anyone", "The code is the proof: five tries, thirty minutes."),
  limit: "code",
  audit: "laboratory.opened",
  input: { body: Confirmation },
  output: Confirmed,
  fails: ["code_invalid", "already_exists"],
  status: 201,
  idempotency: "none",
  prepare: () => signingKey(),
  async run(context, { body }, key) {
    const opened = await openLaboratory(context, body);
    const place: Place = { kind: "laboratory", slug: opened.laboratory.slug };
    const there = { ...context.actor.from, host: hostOf(place), origin: originOf(place) };
    const signedIn = await openProgramSession(context, opened, key, there);
    return { laboratory: presentOpened(opened.laboratory), ...signedIn };
  },
});

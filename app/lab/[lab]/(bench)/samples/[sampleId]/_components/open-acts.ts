import type { Permission } from "@/lib/core/access";
import { type LabActor, may } from "@/lib/core/actor";
import { mayFollow } from "@/lib/core/lifecycle";
import { sampleLifecycle } from "@/lib/samples/lifecycle";
import { correctionProblem } from "@/lib/samples/policy";
import type { Sample } from "@/lib/samples/schema";
import type { SampleAct } from "./sample-actions";

/** What the state allows and the person may: the next step first, rejecting last. */
export function actsOn({ state, collectionNotRecorded, collectedAt }: Sample, actor: LabActor): SampleAct[] {
  const follows = (move: Exclude<SampleAct, "correct">, needs: Permission) =>
    mayFollow(sampleLifecycle, state, move) && may(actor, needs);
  const isOnRecord = collectedAt !== null || collectionNotRecorded;
  const open: [SampleAct, boolean][] = [
    ["collect", follows("collect", "sample:collect")],
    ["accession", follows("accession", "sample:accession")],
    ["store", follows("store", "sample:store")],
    ["dispose", follows("dispose", "sample:store")],
    ["correct", isOnRecord && correctionProblem(state) === null && may(actor, "sample:accession")],
    ["reject", follows("reject", "sample:reject")],
  ];
  return open.flatMap(([act, isOpen]) => (isOpen ? [act] : []));
}

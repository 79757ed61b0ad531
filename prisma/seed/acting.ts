import type { RawInput } from "@/lib/api/input";
import { perform } from "@/lib/api/perform";
import type { AccountRef, LabActor, LaboratoryRef, MemberRef } from "@/lib/core/actor";
import { newId } from "@/lib/core/ids";
import { hostOf, originOf, type Place } from "@/lib/infra/hosts";
import type { AnswerOf, AnyOperation } from "@/lib/infra/operation";

/** A person of the demonstration, who does things the only way there is. */
export type Person = {
  actor: LabActor;
  does<Op extends AnyOperation>(op: Op, input?: RawInput): Promise<AnswerOf<Op>>;
};

export function personOf(laboratory: LaboratoryRef, account: AccountRef, member: MemberRef): Person {
  const place: Place = { kind: "laboratory", slug: laboratory.slug };
  const from = {
    host: hostOf(place),
    origin: originOf(place),
    ip: null,
    device: "Demonstration data",
    requestId: newId(),
  };
  const session = { id: newId(), door: "program" as const };
  const actor: LabActor = { kind: "person", name: member.name, laboratory, account, member, session, from };
  return {
    actor,
    async does<Op extends AnyOperation>(op: Op, input: RawInput = {}) {
      const { body } = await perform(op, actor, input);
      // What perform answers with has this operation's own output shape.
      return body as AnswerOf<Op>;
    },
  };
}

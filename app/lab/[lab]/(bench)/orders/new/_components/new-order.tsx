"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { IdentityStrip } from "@/components/lab/identity-strip";
import { Screen } from "@/components/lab/screen";
import { WorkFooter } from "@/components/lab/work-footer";
import { Button } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { ageAt, formatAge } from "@/lib/core/age";
import type { OrderPatient } from "@/lib/orders/schema";
import { bornWords, sexWords } from "../../../_components/person-words";
import { Refused } from "../../../_components/refused";
import { nameParts } from "../../../_components/shown-name";
import { useAct } from "../../../_components/use-act";
import { useOnceKey } from "../../../_components/use-once-key";
import { place } from "../actions";
import { ChosenItems } from "./chosen-items";
import { OrderDetails } from "./order-details";
import { orderSum } from "./order-sum";
import { PickItem } from "./pick-item";
import { PickPatient } from "./pick-patient";
import { SumAside } from "./sum-aside";
import { placementOf, useOrderDraft } from "./use-order-draft";

type NewOrderProps = {
  patient: OrderPatient | null;
  /** The address names somebody who cannot be ordered for. */
  isUnknownPatient: boolean;
  now: string;
  zone: string;
  currency: string;
  registers: boolean;
  choosesProvider: boolean;
};

/** An order: for whom, what, and how; what it comes to runs along beside it. */
export function NewOrder({ patient: given, isUnknownPatient, now, zone, currency, ...may }: NewOrderProps) {
  const router = useRouter();
  const keyOf = useOnceKey();
  const { draft, change, startOver, forget } = useOrderDraft(given);
  const { act, problem, isBusy } = useAct();
  const [wasTried, setTried] = useState(false);
  const form = useRef<HTMLDivElement>(null);
  const { patient, items } = draft;
  const sum = orderSum(items, draft.priority);
  const missing = {
    patient: wasTried && !patient ? "Choose whom the order is for." : undefined,
    items: wasTried && items.length === 0 ? "Add at least one test or panel." : undefined,
  };
  const errors = problem?.errors ?? {};

  // After a refusal: to the first field in need.
  useEffect(() => {
    if (!wasTried && !problem) return;
    form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [wasTried, problem]);

  function send() {
    setTried(true);
    if (!patient || items.length === 0) return;
    const body = placementOf(draft);
    act(
      () => place({ body, idempotencyKey: keyOf(body) }),
      (order) => {
        forget();
        router.push(`/orders/${order.id}`);
      },
    );
  }

  const placeButton = (
    <Button look="primary" busy={isBusy && "Placing"} onClick={send}>
      Place the order
    </Button>
  );

  return (
    <>
      <Screen
        find={false}
        crumbs={[{ label: "Orders", href: "/orders" }, { label: "Place an order" }]}
        identity={
          patient && (
            <IdentityStrip
              identity={{
                ...nameParts(patient),
                mrn: patient.mrn,
                born: bornWords(patient),
                sex: sexWords[patient.sex],
              }}
              more={ageToday(patient, now, zone)}
            >
              <Button
                size="small"
                onClick={() => {
                  startOver();
                  setTried(false);
                  if (given) router.replace("/orders/new");
                }}
              >
                Another patient
              </Button>
            </IdentityStrip>
          )
        }
        aside={<SumAside sum={sum} currency={currency} priority={draft.priority} />}
      >
        <PageHead title="Place an order" />
        <div ref={form} className="grid max-w-180 gap-5 [&>section]:mt-2">
          <Refused problem={problem} />
          {isUnknownPatient && !patient && (
            <Note kind="warn" title="This patient cannot be ordered for.">
              Choose another, or register them.
            </Note>
          )}
          {!patient && (
            <PickPatient
              error={missing.patient}
              registers={may.registers}
              onPick={(chosen) => change({ patient: chosen })}
            />
          )}
          <Section title="Tests and panels">
            <PickItem
              error={missing.items ?? firstOf(errors, "items")}
              chosen={items}
              currency={currency}
              onPick={(item) => change({ items: [...items, item] })}
            />
            <ChosenItems
              items={items}
              sum={sum}
              currency={currency}
              errors={errors}
              onRemove={(code) => change({ items: items.filter((item) => item.code !== code) })}
            />
          </Section>
          <OrderDetails
            draft={draft}
            errors={errors}
            choosesProvider={may.choosesProvider}
            onChange={change}
          />
          {!patient && <div>{placeButton}</div>}
        </div>
      </Screen>
      {patient && (
        <WorkFooter
          lead="You are ordering for"
          patient={{ ...nameParts(patient), mrn: patient.mrn }}
          note={footNote(items.length, sum.tubes.length)}
          action={placeButton}
        />
      )}
    </>
  );
}

function ageToday({ birthDate }: OrderPatient, now: string, zone: string) {
  const age = ageAt(birthDate, new Date(now), zone);
  return age ? [{ term: "Age today", value: formatAge(age) }] : [];
}

function footNote(items: number, tubes: number): string {
  if (items === 0) return "nothing chosen yet";
  return `${items} ${items === 1 ? "item" : "items"}, ${tubes} ${tubes === 1 ? "tube" : "tubes"}`;
}

function firstOf(errors: Record<string, string[]>, path: string): string | undefined {
  return errors[path]?.[0];
}

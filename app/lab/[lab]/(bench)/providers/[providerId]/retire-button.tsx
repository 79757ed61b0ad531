"use client";

import { AskButton } from "@/components/ui/ask-button";
import type { Provider } from "@/lib/laboratories/schema";
import { retire } from "../actions";

type RetireButtonProps = { provider: Pick<Provider, "id" | "version" | "firstName" | "lastName"> };

export function RetireButton({ provider }: RetireButtonProps) {
  return (
    <AskButton
      look="danger"
      ask={{
        title: `Take ${provider.firstName} ${provider.lastName} out of the directory?`,
        about:
          "No new order can name this provider. Former orders and reports still do. This cannot be taken back.",
        keep: "Keep the entry",
        act: "Take out",
        busy: "Taking out",
        onAct: () => retire({ params: { providerId: provider.id }, ifMatch: provider.version }),
      }}
    >
      Retire
    </AskButton>
  );
}

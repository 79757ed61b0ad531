"use client";

import { createContext, type ReactNode, useContext } from "react";
import { houseLocale, type Locale } from "@/lib/core/locale";

const Chosen = createContext<Locale>(houseLocale);

/** Around the pages of whoever is signed in: every date within is written as they have chosen. */
export function DatesWrittenIn({ locale, children }: { locale: Locale; children: ReactNode }) {
  return <Chosen value={locale}>{children}</Chosen>;
}

/** How dates are written for whoever looks. */
export function useLocale(): Locale {
  return useContext(Chosen);
}

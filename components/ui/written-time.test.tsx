import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Locale } from "@/lib/core/locale";
import { DatesWrittenIn } from "./locale";
import { Money } from "./money";
import { Num } from "./num";
import { Day, OnDay, Time } from "./time";
import { WrittenTime } from "./written-time";

const at = "2026-11-20T05:44:00Z";
const zone = "Europe/Berlin";

const drawn = (children: ReactNode, locale?: Locale) =>
  renderToStaticMarkup(locale ? <DatesWrittenIn locale={locale}>{children}</DatesWrittenIn> : children);

afterEach(() => vi.unstubAllGlobals());

describe("T1 a date on a page", () => {
  it("is written as the reader writes dates, and says in which language", () => {
    expect(drawn(<Time at={at} zone={zone} />, "de-DE")).toContain(' lang="de-DE"');
    expect(drawn(<Time at={at} zone={zone} />, "de-DE")).toContain(">20.11.2026, 06:44<");
    expect(drawn(<Time at={at} zone={zone} form="date" />, "en-US")).toContain(">Nov 20, 2026<");
    expect(drawn(<Time at={at} zone={zone} form="long" />, "fr-FR")).toContain(">vendredi 20 novembre 2026<");
    expect(drawn(<Time at={at} zone={zone} form="time" />, "ko-KR")).toContain('title="2026. 11. 20. 06:44"');
    expect(drawn(<OnDay {...{ at, zone }}>8</OnDay>, "es-ES")).toBe('<span title="20 nov 2026">8</span>');
  });

  it("is exact for programs, however it is written", () => {
    expect(drawn(<Time at={at} zone={zone} />, "de-DE")).toContain('dateTime="2026-11-20T05:44:00.000Z"');
  });

  it("is written in the house's way for whoever is not signed in", () => {
    expect(drawn(<Time at={at} zone={zone} />)).toContain(">20 Nov 2026, 06:44<");
    expect(drawn(<Time at={at} zone={zone} />)).not.toContain("lang=");
  });

  it("is put into words without the engine's own tables, so that server and browser cannot differ", () => {
    const of = { year: 2026, month: 9, day: 1, hour: 6, minute: 44 };
    const element = <WrittenTime of={of} exact={at} form="both" />;
    const fromServer = drawn(element, "es-ES");
    vi.stubGlobal("Intl", undefined);
    expect(drawn(element, "es-ES")).toBe(fromServer);
    expect(fromServer).toContain(">1 sept 2026, 06:44<");
  });
});

describe("what is written alike for everybody", () => {
  it("is a number: a decimal comma beside a point is a danger", () => {
    for (const value of ["1234.5", "<0.05", "105600"]) {
      expect(drawn(<Num value={value} />, "de-DE")).toBe(drawn(<Num value={value} />));
    }
    expect(drawn(<Num value="1234.5" />, "de-DE")).toContain("1234.5");
    const amount = <Money amount={123450} currency="EUR" />;
    expect(drawn(amount, "de-DE")).toBe(drawn(amount));
  });

  it("is a birth date: it is compared with the label", () => {
    expect(drawn(<Day day="1961-06-15" />, "de-DE")).toContain(">15 Jun 1961<");
  });
});

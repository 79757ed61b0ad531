import {
  BadgeCheck,
  BookOpen,
  Droplets,
  FileCheck2,
  FileText,
  House,
  List,
  Phone,
  Receipt,
  ScanBarcode,
  ScrollText,
  Settings,
  ShieldCheck,
  Stethoscope,
  Tags,
  TestTube,
  User,
} from "lucide-react";
import type { ReactNode } from "react";
import type { NavItem } from "@/components/lab/shell";
import type { Permission } from "@/lib/core/access";
import { type Actor, may } from "@/lib/core/actor";

type Place = { href: string; label: string; icon: ReactNode; needs: Permission };

/** Every place of a laboratory, in the order a sample travels through them. */
const places: readonly Place[] = [
  { href: "/", label: "Dashboard", icon: <House aria-hidden="true" />, needs: "dashboard:read" },
  { href: "/patients", label: "Patients", icon: <User aria-hidden="true" />, needs: "patient:read" },
  { href: "/orders", label: "Orders", icon: <FileText aria-hidden="true" />, needs: "order:read" },
  { href: "/collect", label: "Collection", icon: <Droplets aria-hidden="true" />, needs: "sample:collect" },
  {
    href: "/accession",
    label: "Accession",
    icon: <ScanBarcode aria-hidden="true" />,
    needs: "sample:accession",
  },
  { href: "/samples", label: "Samples", icon: <TestTube aria-hidden="true" />, needs: "sample:read" },
  { href: "/worklists", label: "Worklists", icon: <List aria-hidden="true" />, needs: "worklist:read" },
  {
    href: "/verification",
    label: "Verification",
    icon: <BadgeCheck aria-hidden="true" />,
    needs: "result:verify",
  },
  { href: "/release", label: "Release", icon: <ShieldCheck aria-hidden="true" />, needs: "result:release" },
  { href: "/calls", label: "Critical calls", icon: <Phone aria-hidden="true" />, needs: "critical:record" },
  { href: "/reports", label: "Reports", icon: <FileCheck2 aria-hidden="true" />, needs: "report:read" },
  { href: "/invoices", label: "Invoices", icon: <Receipt aria-hidden="true" />, needs: "invoice:read" },
  {
    href: "/providers",
    label: "Providers",
    icon: <Stethoscope aria-hidden="true" />,
    needs: "provider:read",
  },
  { href: "/catalogue", label: "Catalogue", icon: <BookOpen aria-hidden="true" />, needs: "catalogue:read" },
  { href: "/prices", label: "Prices", icon: <Tags aria-hidden="true" />, needs: "price:read" },
  { href: "/audit", label: "Audit trail", icon: <ScrollText aria-hidden="true" />, needs: "audit:read" },
  { href: "/settings", label: "Settings", icon: <Settings aria-hidden="true" />, needs: "laboratory:manage" },
];

/** How much each role wants a place under its thumb: the first four that it may open. */
const thumb = [
  "/",
  "/accession",
  "/worklists",
  "/verification",
  "/release",
  "/collect",
  "/orders",
  "/invoices",
  "/patients",
  "/reports",
  "/catalogue",
  "/settings",
  "/audit",
];

/** The places this person may open, and the four of them that a phone keeps in reach. */
export function placesFor(actor: Actor): NavItem[] {
  const open = places.filter(({ needs }) => may(actor, needs));
  const near = new Set(thumb.filter((href) => open.some((place) => place.href === href)).slice(0, 4));
  return open.map(({ href, label, icon }) => ({ href, label, icon, bar: near.has(href) }));
}

/** What this person may find from the top bar: a barcode opens its tube or order, words find patients. */
export function findWordsFor(actor: Actor): string | undefined {
  const [tubes, orders, patients] = [
    may(actor, "sample:read"),
    may(actor, "order:read"),
    may(actor, "patient:read"),
  ];
  if (patients) return tubes ? "Scan a tube or find a patient" : "Find a patient or an order";
  if (tubes) return "Scan a tube";
  return orders ? "Find an order by its number" : undefined;
}

import {
  BadgeCheck,
  Building2,
  Clock,
  Database,
  House,
  KeyRound,
  ListChecks,
  Mail,
  ScrollText,
  ShieldAlert,
  User,
} from "lucide-react";
import type { NavItem } from "@/components/lab/shell";
import type { Overview } from "@/lib/operator/schema.console";

/** Every place of the console, with the number of those that wait there. */
export function placesOf(waiting: Overview): NavItem[] {
  return [
    { href: "/operator", label: "Installation", icon: <House aria-hidden="true" />, exact: true, bar: true },
    {
      href: "/operator/laboratories",
      label: "Laboratories",
      icon: <Building2 aria-hidden="true" />,
      bar: true,
    },
    { href: "/operator/accounts", label: "Accounts", icon: <User aria-hidden="true" />, bar: true },
    {
      href: "/operator/providers",
      label: "Providers",
      icon: <BadgeCheck aria-hidden="true" />,
      count: waiting.providersPending,
      bar: true,
    },
    {
      href: "/operator/registrations",
      label: "Registrations",
      icon: <Clock aria-hidden="true" />,
      count: waiting.registrationsPending,
    },
    { href: "/operator/codes", label: "Codes and e-mails", icon: <KeyRound aria-hidden="true" /> },
    {
      href: "/operator/mails",
      label: "Mails",
      icon: <Mail aria-hidden="true" />,
      count: waiting.mailsDead,
    },
    {
      href: "/operator/tasks",
      label: "Tasks",
      icon: <ListChecks aria-hidden="true" />,
      count: waiting.tasksFailed,
    },
    {
      href: "/operator/suspicions",
      label: "Suspicions",
      icon: <ShieldAlert aria-hidden="true" />,
      count: waiting.suspicionsOpen,
    },
    { href: "/operator/database", label: "Database", icon: <Database aria-hidden="true" /> },
    { href: "/operator/audit", label: "Audit trail", icon: <ScrollText aria-hidden="true" /> },
  ];
}

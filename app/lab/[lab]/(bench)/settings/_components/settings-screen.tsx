import type { ReactNode } from "react";
import { Screen } from "@/components/lab/screen";
import { PageHead } from "@/components/ui/page-head";
import { type SettingsPlace, SettingsTabs } from "./settings-tabs";

type SettingsScreenProps = {
  current: SettingsPlace;
  crumb?: string;
  actions?: ReactNode;
  children: ReactNode;
};

/** The frame of every settings page. */
export function SettingsScreen({ current, crumb, actions, children }: SettingsScreenProps) {
  const crumbs = crumb
    ? [{ label: "Settings", href: "/settings" }, { label: crumb }]
    : [{ label: "Settings" }];
  return (
    <Screen crumbs={crumbs}>
      <PageHead title="Settings" actions={actions} />
      <SettingsTabs current={current} />
      {children}
    </Screen>
  );
}

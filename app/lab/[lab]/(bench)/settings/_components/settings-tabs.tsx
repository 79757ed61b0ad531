import { Tabs } from "@/components/ui/tabs";

const places = [
  { href: "/settings", label: "Laboratory" },
  { href: "/settings/colour", label: "Logo and colour" },
  { href: "/settings/rules", label: "Rules" },
  { href: "/settings/sign-in", label: "Signing in" },
  { href: "/settings/members", label: "Members" },
  { href: "/settings/api-keys", label: "API keys" },
] as const;

export type SettingsPlace = (typeof places)[number]["href"];

/** What an administrator sets up, each with an address of its own. */
export function SettingsTabs({ current }: { current: SettingsPlace }) {
  return (
    <div className="mb-6">
      <Tabs label="Settings" tabs={places.map((place) => ({ ...place, current: place.href === current }))} />
    </div>
  );
}

import "@/app/globals.css";
import type { Metadata } from "next";
import { headers } from "next/headers";
import { connection } from "next/server";
import type { ReactNode } from "react";
import { fontVariables } from "@/components/ui/fonts";
import { ThemeScript } from "@/components/ui/theme-script";

export const metadata: Metadata = {
  title: { default: "MedVuno LIMS", template: "%s · MedVuno" },
  description: "The laboratory information system: one installation, many laboratories.",
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  // A page rendered ahead of time has no nonce, and its scripts would be refused.
  await connection();
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  return (
    <html lang="en" className={fontVariables} suppressHydrationWarning>
      <body>
        <ThemeScript nonce={nonce} />
        {children}
      </body>
    </html>
  );
}

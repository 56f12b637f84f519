"use client";

import { NextIntlClientProvider } from "next-intl";
import { ThemeProvider } from "next-themes";
import { Tooltip } from "radix-ui";
import type { ReactNode } from "react";
import { TrpcProvider } from "@/components/trpc";
import { Toaster } from "@/components/ui/toaster";
import { en } from "@/messages/en";

/** Everything a page may count on: words, theme, tRPC, tooltips and toasts. */
export function Providers({ nonce, children }: { nonce?: string; children: ReactNode }) {
  return (
    <NextIntlClientProvider locale="en" messages={en} timeZone={browserTimeZone()}>
      <ThemeProvider attribute="class" nonce={nonce} disableTransitionOnChange scriptProps={inertInBrowser()}>
        <TrpcProvider>
          <Tooltip.Provider delayDuration={400} skipDelayDuration={200}>
            {children}
          </Tooltip.Provider>
        </TrpcProvider>
        <Toaster />
      </ThemeProvider>
    </NextIntlClientProvider>
  );
}

const browserTimeZone = () =>
  typeof window === "undefined" ? "UTC" : Intl.DateTimeFormat().resolvedOptions().timeZone;

/** React warns of a script rendered in the browser; the theme's script is for the server's first paint alone. */
const inertInBrowser = () => (typeof window === "undefined" ? undefined : { type: "application/json" });

"use client";

import { Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { asCurl } from "@/components/executions/run/tabs/as-curl";
import { exchangeOf } from "@/components/executions/run/tabs/exchange";
import { useDuration } from "@/components/executions/use-duration";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { JsonView } from "@/components/ui/json-view";
import { toast } from "@/components/ui/toast";
import type { JournalEffect } from "@/core/execution/journal";
import type { Json } from "@/core/values/json";

/** What the step sent and what came back, each effect in turn. */
export function ExchangeTab({ effects }: { effects: JournalEffect[] }) {
  return (
    <div className="space-y-5">
      {effects.map((effect) => (
        <EffectExchange key={`${effect.path}-${effect.ordinal}`} effect={effect} />
      ))}
    </div>
  );
}

function EffectExchange({ effect }: { effect: JournalEffect }) {
  const t = useTranslations("executions.panel");
  const duration = useDuration();
  const exchange = exchangeOf(effect);
  return (
    <div className="space-y-4 text-[0.8125rem]">
      <Block
        title={t("sent")}
        action={
          exchange.http && (
            <Button
              size="sm"
              variant="ghost"
              onClick={() =>
                void navigator.clipboard.writeText(asCurl(exchange)).then(() => toast.success(t("curlCopied")))
              }
            >
              <Copy aria-hidden />
              {t("copyCurl")}
            </Button>
          )
        }
      >
        {exchange.http && (
          <p className="font-mono text-xs break-all">
            <strong>{exchange.http.method}</strong> {exchange.http.url}
          </p>
        )}
        <Part title={t("headers")} value={exchange.http?.headers} />
        <Part title={t("body")} value={exchange.sent} />
      </Block>
      <Block title={t("received")}>
        <p className="flex items-center gap-2">
          {exchange.status !== null && (
            <Badge tone={exchange.status >= 400 ? "failed" : "succeeded"}>{exchange.status}</Badge>
          )}
          {effect.durationMs !== null && (
            <span className="text-xs text-muted-foreground">{duration(effect.durationMs)}</span>
          )}
        </p>
        {exchange.received === null && exchange.status === null ? (
          <p className="text-muted-foreground">
            {effect.error?.message || t(effect.status === "intent" ? "notReceivedYet" : "notReceived")}
          </p>
        ) : (
          <>
            <Part title={t("headers")} value={exchange.receivedHeaders} closed />
            <Part title={t("body")} value={exchange.received} />
          </>
        )}
      </Block>
      {exchange.http && (
        <p className="text-xs break-all text-muted-foreground">
          {t("key")}: <code>{effect.idempotencyKey}</code>
        </p>
      )}
    </div>
  );
}

function Block({ title, action, children }: { title: string; action?: ReactNode; children: ReactNode }) {
  return (
    <section className="rounded-lg border border-border">
      <header className="flex h-9 items-center justify-between border-b border-border px-3">
        <h3 className="text-xs font-medium text-muted-foreground">{title}</h3>
        {action}
      </header>
      <div className="space-y-2 px-3 py-2.5">{children}</div>
    </section>
  );
}

function Part({ title, value, closed = false }: { title: string; value: Json | undefined; closed?: boolean }) {
  if (value === undefined || value === null) return null;
  return (
    <div>
      <h4 className="text-xs text-muted-foreground">{title}</h4>
      <JsonView value={value} openDepth={closed ? 0 : 3} />
    </div>
  );
}

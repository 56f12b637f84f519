"use client";

import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ServiceIcon } from "@/components/connections/service-icon";
import { Input } from "@/components/ui/input";
import { SERVICES } from "@/core/services/catalogue";

/** What one can connect: the ready-made services, and any other address. */
export function ServiceCatalogue({ onChoose }: { onChoose: (serviceKey: string | null) => void }) {
  const t = useTranslations("connections.catalogue");
  const [search, setSearch] = useState("");
  const needle = search.trim().toLowerCase();
  const found = SERVICES.filter(({ name, key }) => `${name} ${key}`.toLowerCase().includes(needle));
  return (
    <div className="flex flex-col gap-4">
      <div className="relative max-w-sm">
        <Search aria-hidden className="absolute top-2 left-2.5 size-4 text-muted-foreground" />
        <Input
          type="search"
          aria-label={t("search")}
          placeholder={t("search")}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
          className="pl-8"
        />
      </div>
      {found.length === 0 && <p className="text-[0.8125rem] text-muted-foreground">{t("nothing", { search })}</p>}
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(16rem,1fr))] gap-3">
        {found.map(({ key, name, actions }) => (
          <Tile
            key={key}
            serviceKey={key}
            title={name}
            text={t("actions", { count: actions.length })}
            label={t("connect", { service: name })}
            onChoose={onChoose}
          />
        ))}
        <Tile
          serviceKey={null}
          title={t("custom")}
          text={t("customDescription")}
          label={t("connect", { service: t("custom") })}
          onChoose={onChoose}
        />
      </ul>
    </div>
  );
}

interface TileProps {
  serviceKey: string | null;
  title: string;
  text: string;
  label: string;
  onChoose: (serviceKey: string | null) => void;
}

function Tile({ serviceKey, title, text, label, onChoose }: TileProps) {
  return (
    <li>
      <button
        type="button"
        aria-label={label}
        onClick={() => onChoose(serviceKey)}
        className="flex h-full w-full items-start gap-3 rounded-lg border border-border bg-card p-4 text-left shadow-card transition-colors hover:border-ring/60 hover:bg-accent/40"
      >
        <ServiceIcon serviceKey={serviceKey} />
        <span className="min-w-0">
          <span className="block text-sm font-medium">{title}</span>
          <span className="block text-xs text-muted-foreground">{text}</span>
        </span>
      </button>
    </li>
  );
}

"use client";

import { CircleCheck, KeyRound, OctagonAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Tooltip } from "@/components/ui/tooltip";
import type { ConnectionStatus } from "@/server/connections/list-connections";

/** Whether the account still works, as a word with a sign. */
export function ConnectionStatusBadge({ status }: { status: ConnectionStatus }) {
  const t = useTranslations("connections");
  const { tone, Icon } = LOOKS[status];
  return (
    <Tooltip content={t(`statusHelp.${status}`)}>
      <Badge tone={tone}>
        <Icon aria-hidden />
        {t(`status.${status}`)}
      </Badge>
    </Tooltip>
  );
}

const LOOKS = {
  connected: { tone: "succeeded", Icon: CircleCheck },
  refused: { tone: "failed", Icon: OctagonAlert },
  "no-secret": { tone: "handled", Icon: KeyRound },
} as const;

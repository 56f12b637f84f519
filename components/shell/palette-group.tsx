"use client";

import { Command } from "cmdk";
import type { LucideIcon } from "lucide-react";
import { cn } from "@/components/ui/cn";
import { menuItemStyle } from "@/components/ui/menu-style";

/** Places of one kind in the command palette. */
export function PaletteGroup({ heading, items, onGo }: PaletteGroupProps) {
  if (items.length === 0) return null;
  return (
    <Command.Group
      heading={heading}
      className="[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:py-1.5 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-muted-foreground"
    >
      {items.map(({ href, text, Icon }) => (
        <Command.Item
          key={href}
          value={href}
          keywords={[text]}
          onSelect={() => onGo(href)}
          className={cn(menuItemStyle, "min-h-9 gap-2.5")}
        >
          <Icon aria-hidden className="size-4 text-muted-foreground" />
          <span className="truncate">{text}</span>
        </Command.Item>
      ))}
    </Command.Group>
  );
}

interface PaletteGroupProps {
  heading: string;
  items: { href: string; text: string; Icon: LucideIcon }[];
  onGo: (href: string) => void;
}

"use client";

import { Pencil, Trash2 } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useMe } from "@/components/shell/use-me";
import { Badge } from "@/components/ui/badge";
import { IconButton } from "@/components/ui/icon-button";
import { RelativeTime } from "@/components/ui/relative-time";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { roleAllows } from "@/core/users/roles";
import type { ListedVariable } from "@/server/variables/list-variables";

interface VariablesTableProps {
  variables: ListedVariable[];
  onEdit: (variable: ListedVariable) => void;
  onDelete: (variable: ListedVariable) => void;
}

/** Each variable with its value, unless that is secret, and where it is used. */
export function VariablesTable({ variables, onEdit, onDelete }: VariablesTableProps) {
  const t = useTranslations("variables");
  const { role } = useMe();
  const mayChange = ({ kind }: ListedVariable) => kind === "plain" || roleAllows(role, "administrator");
  return (
    <Table>
      <TableHead>
        <tr>
          <TableHeader>{t("columns.name")}</TableHeader>
          <TableHeader>{t("columns.value")}</TableHeader>
          <TableHeader>{t("columns.usedIn")}</TableHeader>
          <TableHeader>{t("columns.updated")}</TableHeader>
          <TableHeader />
        </tr>
      </TableHead>
      <TableBody>
        {variables.map((variable) => (
          <TableRow key={variable.id}>
            <TableCell>
              <code className="font-medium">{variable.name}</code>
              {variable.description && (
                <span className="block text-xs text-muted-foreground">{variable.description}</span>
              )}
            </TableCell>
            <TableCell>
              {variable.kind === "secret" ? (
                <Badge tone="outline" title={t("hidden")}>
                  {t("secret")}
                </Badge>
              ) : (
                <span className="block max-w-md truncate font-mono text-xs">{variable.value}</span>
              )}
            </TableCell>
            <TableCell>
              <Uses uses={variable.usedIn} />
            </TableCell>
            <TableCell className="text-muted-foreground">
              <RelativeTime at={variable.updatedAt} />
            </TableCell>
            <TableCell className="text-right whitespace-nowrap">
              {mayChange(variable) && (
                <>
                  <IconButton size="sm" label={t("edit", { name: variable.name })} onClick={() => onEdit(variable)}>
                    <Pencil />
                  </IconButton>
                  <IconButton size="sm" label={t("delete", { name: variable.name })} onClick={() => onDelete(variable)}>
                    <Trash2 />
                  </IconButton>
                </>
              )}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function Uses({ uses }: { uses: ListedVariable["usedIn"] }) {
  const t = useTranslations("variables");
  if (uses.length === 0) return <span className="text-muted-foreground">{t("notUsed")}</span>;
  return (
    <ul className="flex flex-wrap gap-x-3">
      {uses.map(({ kind, id, name }) => (
        <li key={id}>
          <Link href={`/${kind}s/${id}`} className="underline-offset-4 hover:underline">
            {name}
          </Link>
        </li>
      ))}
    </ul>
  );
}

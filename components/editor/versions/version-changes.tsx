import { skipToken, useQuery } from "@tanstack/react-query";
import { ChangeList } from "@/components/editor/publish/change-list";
import { useEditor } from "@/components/editor/store/editor-context";
import { useTRPC } from "@/components/trpc";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import type { AutomationDocument } from "@/core/graph/document";
import { documentChanges } from "@/core/graph/document-changes";
import { describeNode } from "@/core/nodes/describe-node";

interface VersionChangesProps {
  /** A document, the number of a version, or null for nothing. */
  before: AutomationDocument | number | null;
  after: AutomationDocument;
}

/** What differs between a version and what came after it, in words. */
export function VersionChanges({ before, after }: VersionChangesProps) {
  const trpc = useTRPC();
  const id = useEditor((state) => state.automationId);
  const context = useEditor((state) => state.context);
  const earlier = useQuery(
    trpc.automations.version.queryOptions(typeof before === "number" ? { id, number: before } : skipToken, {
      staleTime: Number.POSITIVE_INFINITY,
    }),
  );
  if (earlier.isError) return <ErrorState error={earlier.error} onRetry={earlier.refetch} />;
  const old = typeof before === "number" ? earlier.data?.document : before;
  if (old === undefined) return <Skeleton className="m-4 h-24" />;
  return (
    <div className="min-h-0 flex-1 overflow-y-auto p-4">
      <ChangeList changes={documentChanges(old, after, (node) => describeNode(node, context))} />
    </div>
  );
}

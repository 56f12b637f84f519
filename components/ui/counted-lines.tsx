import { cn } from "@/components/ui/cn";

/** A line of code, and how many instructions it ran; null where that was not counted. */
export interface CountedLine {
  number: number;
  text: string;
  count: number | null;
  failed?: boolean;
}

/** Code with the count of each line beside it; the more a line counts of all, the warmer it is. */
export function CountedLines({
  lines,
  labels,
  className,
}: {
  lines: readonly CountedLine[];
  labels: { caption: string; line: string; count: string; code: string };
  className?: string;
}) {
  const most = Math.max(1, ...lines.map(({ count }) => count ?? 0));
  const hasCounts = lines.some(({ count }) => count !== null);
  return (
    <div className={cn("overflow-x-auto rounded-lg border border-border bg-muted/40 py-2", className)}>
      <table className="w-full font-mono text-xs leading-5">
        <caption className="sr-only">{labels.caption}</caption>
        <thead className="sr-only">
          <tr>
            <th scope="col">{labels.line}</th>
            {hasCounts && <th scope="col">{labels.count}</th>}
            <th scope="col">{labels.code}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ number, text, count, failed }) => (
            <tr
              className={cn(failed && "bg-state-failed/15")}
              key={number}
              style={failed ? undefined : tint(count, most)}
            >
              <th className="w-10 pr-3 pl-2 text-right font-normal text-muted-foreground select-none" scope="row">
                {number}
              </th>
              {hasCounts && (
                <td className="w-14 pr-3 text-right text-muted-foreground tabular-nums select-none">{count ?? ""}</td>
              )}
              <td className="pr-2 whitespace-pre">
                <code>{text || " "}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** By the logarithm, so that one hot loop does not leave all else cold. Text stays readable on it, light or dark. */
function tint(count: number | null, most: number): { backgroundColor: string } | undefined {
  if (!count) return undefined;
  const share = most === 1 ? 0 : Math.log(count) / Math.log(most);
  return { backgroundColor: `color-mix(in oklch, var(--state-decision) ${Math.round(4 + share * 18)}%, transparent)` };
}

export function runChild(
  command: string[],
  options?: { env?: Record<string, string>; show?: boolean },
): Promise<{ status: number; output: string }>;

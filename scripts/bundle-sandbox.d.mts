export function bundleSandbox(): Promise<string>;
export function writeSandbox(): Promise<void>;

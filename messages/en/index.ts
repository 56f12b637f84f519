import ui from "./ui.json";
import shell from "./shell.json";
import home from "./home.json";
import users from "./users.json";
import records from "./records.json";
import editor from "./editor.json";
import nodes from "./nodes.json";
import functions from "./functions.json";
import connections from "./connections.json";
import executions from "./executions.json";
import errors from "./errors.json";
import diagnostics from "./diagnostics.json";
import triggers from "./triggers.json";

/** Every English sentence, one namespace a room. */
export const en = {
  ui,
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
};

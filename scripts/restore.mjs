// npm run restore -- FILE: puts a backup into the empty database of the settings.
import { backupCommand } from "./backup-command.mjs";

await backupCommand("restore");

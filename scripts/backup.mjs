// npm run backup -- FILE: saves the database of the settings in one file, while it runs or not.
import { backupCommand } from "./backup-command.mjs";

await backupCommand("backup");

import { existsSync, readFileSync } from "node:fs";
import { root } from "./root.mjs";

/** While rooms are being built: what does not exist yet answers nothing, instead of stopping everything. */
export const absentRooms = {
  name: "absent-rooms",
  setup(build) {
    build.onResolve({ filter: /^@\// }, ({ path, importer }) => {
      const file = `${root}${path.slice(2)}`;
      const ends = ["", ".ts", ".tsx", ".json", "/index.ts"];
      if (ends.some((end) => /\.\w+$/.test(file + end) && existsSync(file + end))) return undefined;
      const clause = readFileSync(importer, "utf8").split(`from "${path}"`)[0].split("import ").at(-1);
      const names = clause.match(/\w+/g).filter((name) => name !== "type");
      console.warn(`not there yet: ${path}`);
      return { path: `${path}?${importer}`, namespace: "absent", pluginData: names };
    });
    build.onLoad({ filter: /./, namespace: "absent" }, ({ pluginData }) => ({
      contents: pluginData.map((name) => `export const ${name} = () => undefined;`).join("\n"),
    }));
  },
};

import type { PaletteEntry } from "@/components/editor/palette/palette-entry";
import type { CompileContext } from "@/core/compiler/program";

/**
 * Kinds of step that stand in the palette once for each thing of the workspace they can be set to, instead of once:
 * functions, and the ready-made actions of services beside the plain HTTP request.
 */
export const entryVariants: Record<string, (basic: PaletteEntry, context: CompileContext) => PaletteEntry[]> = {
  function: (basic, { functions }) =>
    functions.map((found) => ({
      ...basic,
      id: `function/${found.name}`,
      title: found.name,
      detail: `(${found.signature.parameters.map((parameter) => parameter.name).join(", ")})`,
      help: found.description || basic.help,
      ...(found.version === 0 && { notPublished: true }),
      label: words(found.name),
      config: { ...basic.config, function: found.name },
    })),

  connection: (basic, { services, connections }) => [
    ...services.flatMap((service) => {
      const account = connections.find((connection) => connection.serviceKey === service.key);
      return service.actions.map((action) => ({
        ...basic,
        id: `connection/${service.key}/${action.key}`,
        icon: service.icon,
        title: action.name,
        help: `${service.name}: ${action.name}`,
        synonyms: `${service.name} ${basic.synonyms}`,
        label: action.name,
        config: {
          ...basic.config,
          action: `${service.key}/${action.key}`,
          ...(account && { connection: account.linkName }),
        },
        group: { key: service.key, title: service.name, icon: service.icon },
      }));
    }),
    basic,
  ],
};

/** "buildSubscriber" reads "Build subscriber". */
function words(name: string): string {
  const spaced = name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replace(/_+/g, " ")
    .toLowerCase();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

const MUTATORS = ["append", "delete", "set", "sort"] as const;

/** Gives `URL` its `searchParams`, which the engine's extension lacks: a change of one changes the other. */
export function linkSearchParams(): void {
  const linked = new WeakMap<URL, { parameters: URLSearchParams; search: string }>();
  Object.defineProperty(URL.prototype, "searchParams", {
    configurable: true,
    enumerable: true,
    get(this: URL) {
      const known = linked.get(this);
      if (known?.search === this.search) return known.parameters;
      const parameters = new URLSearchParams(this.search);
      const link = { parameters, search: this.search };
      linked.set(this, link);
      for (const name of MUTATORS) {
        const change = parameters[name].bind(parameters) as (...given: string[]) => void;
        Object.defineProperty(parameters, name, {
          value: (...given: string[]) => {
            change(...given);
            this.search = parameters.toString();
            link.search = this.search;
          },
        });
      }
      return parameters;
    },
  });
}

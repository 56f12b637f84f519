/**
 * Freezes every built-in object, so that code cannot change what other steps (and this prelude) rely on. Assigning a
 * property that a frozen prototype holds would throw even on an ordinary object (`error.name = …`), so those of the
 * prototypes people extend become accessors that let assignments through to the object itself.
 */
export function freezeBuiltIns(): void {
  for (const prototype of extendedPrototypes()) allowOverrides(prototype);
  const seen = new Set<object>();
  const queue: unknown[] = [...hiddenBuiltIns()];
  for (const key of Reflect.ownKeys(globalThis)) queue.push(ownValue(globalThis, key));
  while (queue.length > 0) {
    const next = queue.pop();
    if (!isObject(next) || seen.has(next) || next === globalThis) continue;
    seen.add(next);
    queue.push(Object.getPrototypeOf(next));
    for (const key of Reflect.ownKeys(next)) {
      const descriptor = Object.getOwnPropertyDescriptor(next, key);
      queue.push(descriptor?.value, descriptor?.get, descriptor?.set);
    }
    Object.freeze(next);
  }
}

const isObject = (value: unknown): value is object =>
  (typeof value === "object" && value !== null) || typeof value === "function";

const ownValue = (holder: object, key: PropertyKey): unknown => Object.getOwnPropertyDescriptor(holder, key)?.value;

function extendedPrototypes(): object[] {
  const errors = [Error, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError, AggregateError];
  return [Object.prototype, Function.prototype, ...errors.map((error) => error.prototype as object)];
}

function allowOverrides(prototype: object): void {
  for (const key of Reflect.ownKeys(prototype)) {
    const descriptor = Object.getOwnPropertyDescriptor(prototype, key);
    if (!descriptor?.configurable || !("value" in descriptor)) continue;
    const { value, enumerable } = descriptor;
    Object.defineProperty(prototype, key, {
      enumerable,
      configurable: false,
      get: () => value,
      set(this: object, given: unknown) {
        if (this === prototype) throw new TypeError("Built-in objects cannot be changed.");
        Object.defineProperty(this, key, { value: given, writable: true, enumerable: true, configurable: true });
      },
    });
  }
}

/** Built-ins that no global name leads to. */
function hiddenBuiltIns(): unknown[] {
  const examples = [
    async () => {},
    function* () {},
    async function* () {},
    [][Symbol.iterator](),
    new Map()[Symbol.iterator](),
    new Set()[Symbol.iterator](),
    ""[Symbol.iterator](),
    "".matchAll(/x/g),
  ];
  return examples.map((example) => Object.getPrototypeOf(example) as unknown);
}

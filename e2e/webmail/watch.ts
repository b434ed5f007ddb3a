/** The same object, but every change to it, however deep, is told by the name of its outer property. */
export function watched<T extends object>(
  target: T,
  changed: (property: string) => void,
  outer?: string,
): T {
  return new Proxy(target, {
    get(object, key) {
      const value: unknown = Reflect.get(object, key);
      return typeof value === 'object' && value !== null
        ? watched(value, changed, outer ?? String(key))
        : value;
    },
    set(object, key, value) {
      changed(outer ?? String(key));
      return Reflect.set(object, key, value);
    },
    deleteProperty(object, key) {
      changed(outer ?? String(key));
      return Reflect.deleteProperty(object, key);
    },
  });
}

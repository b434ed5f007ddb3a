/** What is made when it is asked for, and again after the browser needed its room: most pages need little. */
export function lazy<T extends object>(make: () => T): () => T {
  let kept: WeakRef<T> | undefined;
  return () => {
    const found = kept?.deref();
    if (found) return found;
    const made = make();
    kept = new WeakRef(made);
    return made;
  };
}

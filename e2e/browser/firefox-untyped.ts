/** What Firefox's own window offers and nobody has typed. */
// biome-ignore lint/suspicious/noExplicitAny: it is not ours to type
export type Untyped = any;

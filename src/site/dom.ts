/**
 * The DOM's own functions, taken from their prototypes. A page's `<input name="closest">` shadows
 * `form.closest` even in our isolated world, and a named image shadows what `document` offers.
 */
type Getter<T, R> = (on: T) => R;

/** A function of a prototype as one of its object; bound, which is quicker than a function of ours. */
const free = (run: unknown) => Function.prototype.call.bind(run as () => void);

function getter<T extends object, K extends keyof T>(prototype: T, name: K): Getter<T, T[K]> {
  return free(Object.getOwnPropertyDescriptor(prototype, name)?.get) as Getter<T, T[K]>;
}

function method<T extends object, A extends unknown[], R>(
  prototype: T,
  pick: (prototype: T) => (this: T, ...args: A) => R,
): (on: T, ...args: A) => R {
  return free(pick(prototype)) as (on: T, ...args: A) => R;
}

export const parentOf = getter(Node.prototype, 'parentElement');
export const firstChildOf = getter(Node.prototype, 'firstChild');
export const nextOf = getter(Node.prototype, 'nextSibling');
export const textOf = getter(Node.prototype as Text, 'textContent') as Getter<Node, string | null>;
export const tagOf = getter(Element.prototype, 'tagName');
export const classOf = getter(Element.prototype, 'className');
export const scrollOf = getter(Element.prototype, 'scrollTop');
export const scrollHeightOf = getter(Element.prototype, 'scrollHeight');
export const childrenOf = getter(Element.prototype, 'children');
export const elementBefore = getter(Element.prototype, 'previousElementSibling');
export const elementAfter = getter(Element.prototype, 'nextElementSibling');
export const bodyOf = getter(Document.prototype, 'body');

export const attributeOf = method(Element.prototype, (element) => element.getAttribute);
export const closestTo = method(
  Element.prototype,
  (element) => element.closest as (css: string) => Element | null,
);
export const matches = method(
  Element.prototype,
  (element) => element.matches as (css: string) => boolean,
);
export const boxOf = method(Element.prototype, (element) => element.getBoundingClientRect);
export const isShown = method(Element.prototype, (element) => element.checkVisibility);
export const contains = method(Node.prototype, (node) => node.contains);
export const byId = method(Document.prototype, (document) => document.getElementById);
export const find = method(
  Document.prototype,
  (document) => document.querySelector as (css: string) => Element | null,
);
export const findAll = method(
  Document.prototype,
  (document) => document.querySelectorAll as (css: string) => NodeListOf<Element>,
);

export const findIn = method(
  Element.prototype,
  (element) => element.querySelectorAll as (css: string) => NodeListOf<Element>,
);

/** The ancestors of an element, itself first, up to but without the body. */
export function* outwards(element: Element): Generator<Element> {
  for (let at: Element | null = element; at && tagOf(at) !== 'BODY'; at = parentOf(at)) yield at;
}

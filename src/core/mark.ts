/**
 * A fingerprint of a text, by which it is known again without being kept: 14 hexadecimal digits, other
 * ones for each key. It hides nothing from who has the key and guesses the text. The mixing is that of
 * MurmurHash3, twice over.
 */
export function markOf(key: string, text: string): string {
  const [high, low] = [mixed(text, seedOf(key)), mixed(text, ~seedOf(key))];
  return hex(high, 8) + hex(low & 0xffffff, 6);
}

const seedOf = (key: string) => mixed(key, 0x9747b28c);

const hex = (number: number, digits: number) =>
  (number >>> 0).toString(16).padStart(digits, '0').slice(-digits);

/** 32 bits of a text, from its UTF-16 units. */
function mixed(text: string, seed: number): number {
  let hash = seed;
  for (let at = 0; at < text.length; at += 1) {
    let part = Math.imul(text.charCodeAt(at), 0xcc9e2d51);
    part = Math.imul((part << 15) | (part >>> 17), 0x1b873593);
    hash ^= part;
    hash = Math.imul((hash << 13) | (hash >>> 19), 5) + 0xe6546b64;
  }
  hash ^= text.length;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

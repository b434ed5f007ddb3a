/**
 * A pattern with classes of Unicode, made when it is asked for: a browser works out each literal's
 * while it reads the script, and one takes as long as two thousand characters of code.
 */
export function unicode(source: string, flags = 'u'): () => RegExp {
  let made: RegExp | undefined;
  return () => {
    made ??= new RegExp(source, flags);
    return made;
  };
}

export const letter = unicode(String.raw`\p{L}`);
export const letterOrNumber = unicode(String.raw`[\p{L}\p{N}]`);

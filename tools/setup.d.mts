/** The first Chromium that loads unpacked extensions from the command line. */
export function findChromium(): string | undefined;
/** The first Firefox that is new enough. */
export function findFirefox(): string | undefined;
/** What to do when `findChromium` found none. */
export const NO_CHROMIUM: string;
/** What to do when `findFirefox` found none. */
export const NO_FIREFOX: string;

import { buildExtension } from '../../tools/build.ts';

/** Builds the extension once before all tests. */
export default () => buildExtension();

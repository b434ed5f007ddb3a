/** What the build does to single files before they are put together. */
import { readFile } from 'node:fs/promises';
import { runInNewContext } from 'node:vm';
import { type BuildOptions, build as bundle, type Plugin, type PluginBuild } from 'esbuild';

/** Cuts out of Preact what reads and writes HTML: nothing of ours uses it, and nothing ever may. */
export const noHtml: Plugin = {
  name: 'no-html',
  setup(build) {
    build.onLoad({ filter: /preact[\\/]dist[\\/]preact\.mjs$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const contents = source
        .replace(/\w+\.innerHTML=\w+\.__html/, '0')
        .replace(/\w+\.__html==\w+\.innerHTML/, '0');
      if (contents.includes('innerHTML'))
        throw new Error('Preact handles HTML in a way that is not known here.');
      return { contents, loader: 'js' };
    });
  },
};

/**
 * Works out `tables.ts` of the lexicon and ships what each of its functions returns, as JSON: a browser
 * reads that several times faster than code.
 */
export const workedOut: Plugin = {
  name: 'worked-out',
  setup(build) {
    build.onLoad({ filter: /lexicon[\\/]tables\.ts$/ }, async ({ path }) => {
      const code = await textOf(build, path, { globalName: 'tables' });
      const tables: Record<string, () => unknown> = runInNewContext(`${code}; tables`);
      const contents = Object.entries(tables).map(([name, table]) => {
        const json = JSON.stringify(JSON.stringify(table()));
        return `export const ${name} = () => JSON.parse(${json});`;
      });
      return { contents: contents.join('\n'), loader: 'js' };
    });
  },
};

/** The UMD of the polyfill as a module, without the interpreter of exports that a bundle else needs. */
export const polyfillAsModule: Plugin = {
  name: 'polyfill-as-module',
  setup(build) {
    build.onLoad({ filter: /browser-polyfill\.js$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const contents = `const module = {};\nconst exports = module;\n${source}\nexport default module.exports;`;
      return { contents, loader: 'js' };
    });
  },
};

/** A style sheet that a script puts into a page, as a function that returns it. */
export const styleAsText: Plugin = {
  name: 'style-as-text',
  setup(build) {
    build.onLoad({ filter: /\.css$/ }, async ({ path }) => {
      return { contents: `export default () => ${JSON.stringify(await textOf(build, path))};` };
    });
  },
};

/** A file built by itself, as the build that it is for is set. */
async function textOf(
  { initialOptions }: PluginBuild,
  path: string,
  options: BuildOptions = {},
): Promise<string> {
  const { plugins: _, ...set } = initialOptions;
  const { outputFiles } = await bundle({ ...set, entryPoints: [path], ...options });
  return outputFiles?.[0]?.text ?? '';
}

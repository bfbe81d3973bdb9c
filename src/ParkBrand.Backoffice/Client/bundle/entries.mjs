// What is bundled: the app, every module that the package shows to extensions, and our extensions.
// All in one build, so that there is one instance of each module however it is reached.
import { readFileSync } from 'node:fs';
import path from 'node:path';

export const here = path.resolve(import.meta.dirname, '..');
export const backoffice = path.join(here, 'node_modules/@umbraco-cms/backoffice');
export const appEntry = 'app-element';
export const extensionEntry = 'parkbrand';

const { exports } = JSON.parse(readFileSync(path.join(backoffice, 'package.json'), 'utf8'));

// "./lit-element" → "@umbraco-cms/backoffice/lit-element", as extensions write it.
export const shown = Object.entries(exports)
  .filter(([, file]) => file?.endsWith('.js'))
  .map(([key, file]) => ({ name: entryName(key), specifier: `@umbraco-cms/backoffice/${key.slice(2)}`, file: path.join(backoffice, file) }));

export const entries = {
  [appEntry]: path.join(backoffice, 'dist-cms/apps/app/app.element.js'),
  [extensionEntry]: path.join(here, 'extensions/index.js'),
  ...Object.fromEntries(shown.map(({ name, file }) => [name, file])),
};

function entryName(key) {
  return `m-${key.slice(2).replaceAll('/', '-')}`;
}

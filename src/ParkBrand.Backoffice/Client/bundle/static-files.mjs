// Style sheets, pictures and fonts: copied under hashed names; their addresses in style sheets and scripts follow.
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { here } from './entries.mjs';

export const base = '/umbraco/backoffice/';
const uui = path.join(here, 'node_modules/@umbraco-ui/uui/dist');

// As the package's code asks for them, below /umbraco/backoffice/.
const asked = {
  'css/rte-content.css': [path.join(here, 'brand/rte-content.css')],
  'css/umbraco-blockgridlayout.css': [path.join(here, 'brand/block-grid.css')],
  'css/dark.css': [path.join(uui, 'themes/dark.css')],
  'css/high-contrast.css': [path.join(uui, 'themes/high-contrast.css')],
  'assets/installer-illustration.svg': [path.join(here, 'brand/city.svg')],
};
// As our own page asks for them.
const own = {
  'app.css': [path.join(uui, 'themes/light.css'), path.join(here, 'brand/umb.css')],
  'mark.svg': [path.join(here, 'brand/mark.svg')],
  'logo.svg': [path.join(here, 'brand/logo.svg')],
  'logo-light.svg': [path.join(here, 'brand/logo-light.svg')],
  'login.svg': [path.join(here, 'brand/city.svg')],
};

export class StaticFiles {
  #folder;
  #names = new Map();

  constructor(folder) {
    this.#folder = folder;
  }

  async addAll() {
    for (const [name, sources] of Object.entries({ ...asked, ...own })) await this.#add(name, sources);
  }

  nameOf(name) {
    const found = this.#names.get(name);
    if (!found) throw new Error(`No static file ${name}`);
    return found;
  }

  async #add(name, sources) {
    const texts = await Promise.all(sources.map((source) => readFile(source, 'utf8')));
    let text = name.endsWith('.css') ? texts.join('\n') : texts[0];
    for (const [whole, font] of text.matchAll(/url\(\.\.\/assets\/fonts\/([\w-]+\.woff2)\)/g)) text = text.replaceAll(whole, `url(${await this.#font(font)})`);
    this.#names.set(name, await this.#write(name, Buffer.from(text)));
  }

  async #font(file) {
    if (!this.#names.has(file)) this.#names.set(file, await this.#write(file, await readFile(path.join(uui, 'assets/fonts', file))));
    return this.#names.get(file);
  }

  async #write(name, bytes) {
    const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 8);
    const { name: stem, ext } = path.parse(name);
    const file = `${stem}-${hash}${ext}`;
    await writeFile(path.join(this.#folder, file), bytes);
    return file;
  }

  // The package writes fixed addresses; a changed file would then stay in caches.
  addressesInCode() {
    return {
      name: 'addresses-in-code',
      transform: (code, id) => {
        if (!id.includes('/dist-cms/') || !code.includes(base)) return null;
        return { code: code.replaceAll(/\/umbraco\/backoffice\/((?:css|assets)\/[\w.-]+)/g, (_, name) => base + this.nameOf(name)) };
      },
    };
  }
}

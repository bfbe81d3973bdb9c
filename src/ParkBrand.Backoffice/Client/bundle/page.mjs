// The host page (with the import map) and client.json, by which the server knows the files.
import { readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { extensionEntry, here, shown } from './entries.mjs';
import { base } from './static-files.mjs';

export async function writePage(folder, chunks, files, appEntry) {
  const fileOf = new Map(chunks.filter((chunk) => chunk.isEntry).map((chunk) => [chunk.name, chunk]));
  const app = fileOf.get(appEntry);
  const imports = Object.fromEntries(shown.map(({ name, specifier }) => [specifier, base + fileOf.get(name).fileName]));
  const values = {
    app: base + app.fileName,
    preloads: preloads(app, chunks).map((file) => `<link rel="modulepreload" href="${base}${file}">`).join('\n  '),
    importmap: JSON.stringify({ imports }),
    css: base + files.nameOf('app.css'),
    mark: base + files.nameOf('mark.svg'),
  };
  const template = await readFile(path.join(here, 'brand/host.html'), 'utf8');
  const page = template.replaceAll(/\{\{(\w+)\}\}/g, (whole, key) => (key === 'nonce' ? whole : (values[key] ?? fail(key))));
  const graphics = Object.fromEntries(Object.entries({ 'login-background': 'login.svg', logo: 'logo-light.svg', 'logo-alternative': 'logo.svg', 'login-logo': 'logo-light.svg', 'login-logo-alternative': 'logo.svg' })
    .map(([name, file]) => [name, files.nameOf(file)]));
  // What the folder holds now is what is served; anything that lands there later is not.
  const served = (await readdir(folder)).sort();
  await writeFile(path.join(folder, 'page.html'), page);
  await writeFile(path.join(folder, 'client.json'), JSON.stringify({ extension: fileOf.get(extensionEntry).fileName, graphics, files: served }, null, 1));
}

// What the app imports at once, so that the browser does not find it out file by file.
function preloads(app, chunks) {
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const met = new Set();
  const visit = (file) => {
    if (met.has(file) || !byName.has(file)) return;
    met.add(file);
    byName.get(file).imports.forEach(visit);
  };
  app.imports.forEach(visit);
  return [...met];
}

function fail(key) {
  throw new Error(`host.html asks for {{${key}}}, which nothing gives.`);
}

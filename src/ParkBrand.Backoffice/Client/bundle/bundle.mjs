// Bundles the backoffice client and our extensions: node bundle/bundle.mjs OUT
// Everything that is shown lands in OUT under a name with a hash of its content; client.json says which file is which.
import { rm, mkdir, rename } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'rolldown';
import { appEntry, entries, here } from './entries.mjs';
import { chunkGroups } from './chunks.mjs';
import { ourModules, stubbedWorkers, withoutPackages } from './replacements.mjs';
import { StaticFiles } from './static-files.mjs';
import { wording } from './wording.mjs';
import { writePage } from './page.mjs';
import { collectLicences } from './licences.mjs';
import { compressed } from './compressed.mjs';

const out = path.resolve(process.argv[2] ?? path.join(here, '../../../artifacts/backoffice'));
// Built beside its place and moved there whole: a bundle is never half there.
const work = `${out}.new`;
await rm(work, { recursive: true, force: true });
await mkdir(work, { recursive: true });

const files = new StaticFiles(work);
await files.addAll();
const { output } = await build({
  input: entries,
  platform: 'browser',
  // Monaco's editor.main.css?inline has the styles already.
  moduleTypes: { '.css': 'empty', '.ttf': 'empty' },
  preserveEntrySignatures: 'allow-extension',
  plugins: [withoutPackages(), ourModules(), stubbedWorkers(), wording(), files.addressesInCode()],
  transform: { define: { 'process.env.NODE_ENV': '"production"', 'import.meta.env.PROD': 'true' } },
  logLevel: 'warn',
  checks: { circularDependency: false, eval: false, pluginTimings: false },
  output: {
    dir: work,
    format: 'es',
    minify: true,
    // The package's modules import each other in circles across our chunks; each still runs at its first use.
    strictExecutionOrder: true,
    entryFileNames: '[name]-[hash].js',
    chunkFileNames: '[name]-[hash].js',
    codeSplitting: { groups: chunkGroups, includeDependenciesRecursively: false },
  },
});

const chunks = output.filter((file) => file.type === 'chunk');
await collectLicences(work, chunks);
await writePage(work, chunks, files, appEntry);
await compressed(work);
await rm(out, { recursive: true, force: true });
await rename(work, out);
console.log(`${chunks.length} scripts in ${path.relative(process.cwd(), out) || out}`);

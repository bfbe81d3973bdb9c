// Where the bundle differs from the package. Each difference fails the build when the package no longer has what it replaces.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { backoffice, here } from './entries.mjs';

const app = path.join(backoffice, 'dist-cms/apps/app/app.element.js');

// Packages whose sections and actions the server does not have. Their modules stay importable; nothing of them is registered.
export const leftOut = [
  'dictionary', 'elements', 'extension-insights', 'health-check', 'help', 'library', 'log-viewer', 'members', 'models-builder', 'packages',
  'performance-profiling', 'publish-cache', 'settings', 'static-file', 'telemetry', 'templating', 'translation', 'umbraco-news',
];

export function withoutPackages() {
  return {
    name: 'without-packages',
    transform(code, id) {
      if (id !== app) return null;
      for (const name of leftOut) {
        const line = `import('../../packages/${name}/umbraco-package.js'),`;
        if (!code.includes(line)) throw new Error(`app.element.js no longer registers the package ${name}; see leftOut in replacements.mjs.`);
        code = code.replace(line, '');
      }
      return { code };
    },
  };
}

// Modules that carry the maker's name and links on the screen or decide by other rules than the server, and ours in their place.
const replaced = new Map([
  ['dist-cms/apps/backoffice/components/backoffice-header-logo.element.js', 'brand/header-logo.element.js'],
  ['dist-cms/packages/documents/documents/user-permissions/document/conditions/document-user-permission.condition.js', 'extensions/rights/document-permission.condition.js'],
].map(([theirs, ours]) => [path.join(backoffice, theirs), path.join(here, ours)]));

export function ourModules() {
  const met = new Set();
  return {
    name: 'our-modules',
    resolveId(source, importer) {
      if (!importer || !source.startsWith('.')) return null;
      const ours = replaced.get(path.resolve(path.dirname(importer), source));
      if (ours) met.add(ours);
      return ours ?? null;
    },
    buildEnd(error) {
      const unmet = [...replaced.values()].filter((ours) => !met.has(ours) || !existsSync(ours));
      if (!error && unmet.length > 0) throw new Error(`Nothing imports what these replace: ${unmet.join(', ')}`);
    },
  };
}

// Monaco only colours Markdown here; its language servers would be four more megabytes of workers.
export function stubbedWorkers() {
  return {
    name: 'stubbed-workers',
    resolveId: (source) => (source.endsWith('?worker') ? '\0no-worker' : source.endsWith('?inline') ? `\0inline:${source.slice(0, -'?inline'.length)}` : null),
    async load(id) {
      if (id === '\0no-worker') return 'export default class { postMessage() {} addEventListener() {} removeEventListener() {} terminate() {} }';
      if (!id.startsWith('\0inline:')) return null;
      const { readFile } = await import('node:fs/promises');
      const css = await readFile(path.join(here, 'node_modules', id.slice('\0inline:'.length)), 'utf8');
      return { code: `export default ${JSON.stringify(css)};`, moduleType: 'js' };
    },
  };
}

import { readdirSync } from 'node:fs';
import path from 'node:path';

export const globSync = (folder) => readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
  const file = path.join(folder, entry.name);
  return entry.isDirectory() ? globSync(file) : entry.name.endsWith('.js') ? [file] : [];
});

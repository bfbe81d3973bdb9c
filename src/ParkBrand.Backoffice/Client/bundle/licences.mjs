// The licence of every package whose code is in the bundle, in one text file beside it.
import { readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

export async function collectLicences(folder, chunks) {
  const roots = new Set(chunks.flatMap((chunk) => chunk.moduleIds).map(packageRoot).filter(Boolean));
  const notices = await Promise.all([...roots].sort().map(notice));
  await writeFile(path.join(folder, 'licences.txt'), `The editors' client is made of the packages below.\n\n${notices.join('\n\n')}\n`);
}

const packageRoot = (id) => id.match(/^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//)?.[1];

async function notice(root) {
  const { name, version, license } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
  const file = (await readdir(root)).find((entry) => /^(licen[cs]e|copying)(\.|$)/i.test(entry));
  if (!file && !license) throw new Error(`${name} names no licence.`);
  const text = file ? await readFile(path.join(root, file), 'utf8') : `Licence: ${license}`;
  return `${'='.repeat(72)}\n${name} ${version}\n${'='.repeat(72)}\n${text.trim()}`;
}

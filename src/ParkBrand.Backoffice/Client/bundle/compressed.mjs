// What can be compressed is kept as .br and .gz only; the server unpacks for the rare client that takes neither.
import { readFile, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const text = new Set(['.js', '.css', '.svg', '.txt']);

export async function compressed(folder) {
  const names = (await readdir(folder)).filter((name) => text.has(path.extname(name)));
  await Promise.all(names.map((name) => compress(path.join(folder, name))));
}

async function compress(file) {
  const bytes = await readFile(file);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 10, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  await writeFile(`${file}.br`, await promisify(brotliCompress)(bytes, { params }));
  await writeFile(`${file}.gz`, await promisify(gzip)(bytes, { level: 9 }));
  await rm(file);
}

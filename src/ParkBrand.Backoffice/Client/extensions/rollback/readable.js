// The package shows an older version as aliases and JSON. Editors read names, words and titles.
import { umbHttpClient } from '@umbraco-cms/backoffice/http-client';
import { tryExecute } from '@umbraco-cms/backoffice/resources';

const api = '/umbraco/management/api/v1';
const names = new Map();
const titles = new Map();

const get = async (host, url, query) => (await tryExecute(host, umbHttpClient.get({ url: api + url, query }), { disableNotifications: true })).data;

/** Learns what the properties of a version are called, and the titles of what they refer to. */
export async function learn(host, version, current) {
  const type = await get(host, `/document-type/${version.documentType.id}`);
  for (const { alias, name } of type?.properties ?? []) names.set(alias, name);
  const values = JSON.stringify([version.values, current?.values ?? []]);
  await Promise.all([['/item/document', /"unique":"([0-9a-f-]{36})"/g], ['/item/media', /"mediaKey":"([0-9a-f-]{36})"/g]].map(async ([url, reference]) => {
    const ids = [...new Set([...values.matchAll(reference)].map(([, id]) => id))].filter((id) => !titles.has(id)).slice(0, 40);
    for (const item of (ids.length > 0 && (await get(host, url, { id: ids }))) || []) titles.set(item.id, item.variants[0]?.name ?? item.id);
  }));
}

export const nameOf = (host, alias) => (alias === 'name' ? host.localize.term('general_name') : names.get(alias) ?? alias);

const plain = (markup) => new DOMParser().parseFromString(markup.replaceAll(/<\/(p|li|h\d|blockquote|tr)>/g, '$&\n'), 'text/html').body.textContent.trim();

/** A value of any property editor in words; an empty one is empty. */
export function readable(value) {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? '✓' : '✗';
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return value.map(readable).filter(Boolean).join(' · ');
  if (typeof value.markup === 'string') return plain(value.markup);
  if (value.contentData) return value.contentData.map((block) => readable(block.values?.map(({ value: part }) => part))).join('\n');
  const reference = value.unique ?? value.mediaKey;
  if (reference) return titles.get(reference) ?? '';
  if ('latitude' in value) return `${value.latitude}, ${value.longitude}`;
  return Object.values(value).map(readable).filter(Boolean).join(' · ');
}

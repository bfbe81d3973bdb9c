import { umbHttpClient } from '@umbraco-cms/backoffice/http-client';
import { tryExecute } from '@umbraco-cms/backoffice/resources';

/** `{ alias, label, now, then }` for each field that says something in the draft or in the version. */
export async function versionInWords(host, id, culture) {
  const { data } = await tryExecute(host, umbHttpClient.get({ url: `/umbraco/management/api/v1/parkbrand/version/${id}`, query: culture ? { culture } : {} }));
  return data?.items ?? [];
}

import { umbHttpClient } from '@umbraco-cms/backoffice/http-client';
import { UMB_NOTIFICATION_CONTEXT } from '@umbraco-cms/backoffice/notification';
import { tryExecute } from '@umbraco-cms/backoffice/resources';

const api = '/umbraco/management/api/v1';
const users = `${api}/parkbrand/users`;

/** Asks the server; what it refuses is shown in its own words. Answers undefined then. */
async function ask(host, promise) {
  const { data, error } = await tryExecute(host, promise, { disableNotifications: true });
  if (!error) return data ?? {};
  // Somebody whose session is over is asked to sign in by the client itself.
  if (error.status !== 401) await notify(host, 'danger', error.status ? error.problemDetails?.title : host.localize.term('parkbrandUsers_unreachable'));
  return undefined;
}

export async function notify(host, color, message) {
  (await host.getContext(UMB_NOTIFICATION_CONTEXT))?.peek(color, { data: { message: message ?? host.localize.term('parkbrandUsers_unreachable') } });
}

const body = (value) => ({ body: value, headers: { 'Content-Type': 'application/json' } });

export const list = (host, query) => ask(host, umbHttpClient.get({ url: users, query }));
export const groups = (host) => ask(host, umbHttpClient.get({ url: `${users}/groups` }));
export const one = (host, id) => ask(host, umbHttpClient.get({ url: `${users}/${id}` }));
export const invite = (host, invitation) => ask(host, umbHttpClient.post({ url: users, ...body(invitation) }));
export const setRights = (host, id, rights) => ask(host, umbHttpClient.put({ url: `${users}/${id}/rights`, ...body(rights) }));
export const act = (host, id, action) => ask(host, umbHttpClient.post({ url: `${users}/${id}/${action}` }));

/** Names of documents by id, in the language of the interface where they have one. */
export async function namesOf(host, ids) {
  if (ids.length === 0) return {};
  const items = await ask(host, umbHttpClient.get({ url: `${api}/item/document`, query: { id: ids } }));
  const named = ({ variants }) => (variants.find((v) => v.culture?.toLowerCase() === host.localize.lang().toLowerCase()) ?? variants[0])?.name;
  return Object.fromEntries((Array.isArray(items) ? items : []).map((item) => [item.id, named(item)]));
}

const factor = `${api}/user/current/2fa/Authenticator`;
export const proposeFactor = (host) => ask(host, umbHttpClient.get({ url: factor }));
export const enableFactor = (host, code, secret) => ask(host, umbHttpClient.post({ url: factor, ...body({ code, secret }) }));

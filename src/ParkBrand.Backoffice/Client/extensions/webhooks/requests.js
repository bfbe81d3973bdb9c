import { umbHttpClient } from '@umbraco-cms/backoffice/http-client';
import { tryExecute } from '@umbraco-cms/backoffice/resources';
import { notify } from '../users/requests.js';

const webhook = (id) => `/umbraco/management/api/v1/parkbrand/webhook/${id}`;

/** Asks the server; what it refuses is shown in its own words. Answers undefined then. */
async function ask(host, promise) {
  const { data, error } = await tryExecute(host, promise, { disableNotifications: true });
  if (!error) return data ?? {};
  // Somebody whose session is over is asked to sign in by the client itself.
  if (error.status !== 401) await notify(host, 'danger', error.problemDetails?.detail ?? host.localize.term('parkbrandWebhooks_unreachable'));
  return undefined;
}

export const state = (host, id) => ask(host, umbHttpClient.get({ url: webhook(id) }));
export const deliveries = (host, id, query) => ask(host, umbHttpClient.get({ url: `${webhook(id)}/deliveries`, query }));
export const renewSecret = (host, id) => ask(host, umbHttpClient.post({ url: `${webhook(id)}/secret` }));
export const resume = (host, id) => ask(host, umbHttpClient.post({ url: `${webhook(id)}/resume` }));
export const replay = (host, id, delivery) => ask(host, umbHttpClient.post({ url: `${webhook(id)}/deliveries/${delivery}/replay` }));

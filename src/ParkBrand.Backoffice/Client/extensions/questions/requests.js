import { umbHttpClient } from '@umbraco-cms/backoffice/http-client';
import { tryExecute } from '@umbraco-cms/backoffice/resources';
import { notify } from '../users/requests.js';

const questions = '/umbraco/management/api/v1/parkbrand/questions';

/** Asks the server; what it refuses is shown in its own words. Answers undefined then. */
async function ask(host, promise) {
  const { data, error } = await tryExecute(host, promise, { disableNotifications: true });
  if (!error) return data ?? {};
  // Somebody whose session is over is asked to sign in by the client itself.
  if (error.status !== 401) await notify(host, 'danger', error.problemDetails?.detail ?? host.localize.term('parkbrandQuestions_unreachable'));
  return undefined;
}

export const list = (host, query) => ask(host, umbHttpClient.get({ url: questions, query }));
export const settle = (host, id, done) => ask(host, umbHttpClient.post({ url: `${questions}/${id}/${done ? 'done' : 'reopen'}` }));

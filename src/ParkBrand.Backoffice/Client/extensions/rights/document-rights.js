import { umbHttpClient } from '@umbraco-cms/backoffice/http-client';
import { tryExecute } from '@umbraco-cms/backoffice/resources';

const url = '/umbraco/management/api/v1/parkbrand/rights';
// A tree asks for each of its items and actions at once; one request answers them all.
const most = 40;
const lifetime = 20_000;
const known = new Map();
let waiting = [];

/** The client's verbs that the person has in a document; undefined when it is not stored yet or the server does not answer. */
export function rightsIn(host, id) {
  const found = known.get(id);
  if (found && Date.now() - found.at < lifetime) return found.verbs;
  const verbs = new Promise((resolve) => {
    if (waiting.length === 0) setTimeout(() => send(host), 10);
    waiting.push({ id, resolve });
  });
  known.set(id, { verbs, at: Date.now() });
  return verbs;
}

async function send(host) {
  const batch = waiting;
  waiting = [];
  for (let from = 0; from < batch.length; from += most) {
    const part = batch.slice(from, from + most);
    const { data } = await tryExecute(host, umbHttpClient.get({ url, query: { id: part.map((asked) => asked.id) } }), { disableNotifications: true });
    const verbs = new Map(data?.items?.map((item) => [item.id, item.verbs]));
    for (const { id, resolve } of part) {
      // A document that is stored in the next moment is asked about again.
      if (!verbs.has(id)) known.delete(id);
      resolve(verbs.get(id));
    }
  }
}

/** Whether verbs are what an extension's condition asks for. */
export const holds = ({ allOf, oneOf }, verbs) =>
  Boolean(allOf?.length || oneOf?.length) && (allOf ?? []).every((verb) => verbs.includes(verb)) && (!oneOf?.length || oneOf.some((verb) => verbs.includes(verb)));

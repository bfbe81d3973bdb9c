// Our package in the client: registered before anybody is signed in, by the manifest that the server hands out.
import { hidden, spoken } from './hidden.js';
import { documents } from './documents/manifests.js';
import { editors } from './editors.js';
import { media } from './media/manifests.js';
import { questions } from './questions/manifests.js';
import { documentNeeds, mediaNeeds } from './rights/needs.js';
import { users } from './users/manifests.js';
import { webhooks } from './webhooks/manifests.js';

const localizations = [
  // A lower weight wins over the package's own texts.
  { type: 'localization', alias: 'ParkBrand.Localization.ZhCn', name: 'ParkBrand zh-CN', weight: 1, meta: { culture: 'zh-CN' }, js: () => import('./localization/zh-CN.js') },
  { type: 'localization', alias: 'ParkBrand.Localization.EnUs', name: 'ParkBrand en-US', weight: 1, meta: { culture: 'en-US' }, js: () => import('./localization/en-US.js') },
  { type: 'localization', alias: 'ParkBrand.Localization.En', name: 'ParkBrand en', weight: 1, meta: { culture: 'en' }, js: () => import('./localization/en-US.js') },
];

const welcome = {
  type: 'dashboard',
  alias: 'ParkBrand.Dashboard.Welcome',
  name: 'ParkBrand Welcome',
  element: () => import('./welcome/welcome.element.js'),
  weight: 1000,
  meta: { label: '#parkbrand_welcome', pathname: 'welcome' },
  conditions: [{ alias: 'Umb.Condition.SectionAlias', match: 'Umb.Section.Content' }],
};

// A dialogue that is closed is told to whoever opened it as a refusal; some of the package's actions do not listen.
addEventListener('unhandledrejection', (event) => event.reason?.type === 'close' && event.preventDefault());

export const onInit = (_host, registry) => {
  hidden.forEach((alias) => registry.exclude(alias));
  registry.extensions.subscribe((extensions) => extensions
    .filter((extension) => extension.type === 'localization' && !spoken.includes(extension.meta.culture.toLowerCase()))
    .forEach((extension) => registry.exclude(extension.alias))).unsubscribe();
  // Says that the server is not reached; the client would fetch it only then.
  import('@umbraco-cms/backoffice/notification');
  mediaNeeds.forEach(([alias, verb]) => registry.appendCondition(alias, { alias: 'Umb.Condition.UserPermission.Fallback', allOf: [verb] }));
  documentNeeds.forEach(([alias, verb]) => registry.appendCondition(alias, { alias: 'Umb.Condition.UserPermission.Document', allOf: [verb] }));
  registry.registerMany([...localizations, welcome, ...editors, ...documents, ...media, ...questions, ...users, ...webhooks]);
};

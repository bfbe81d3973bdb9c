// Looking after accounts, over routes of our own; and the second factor in one's own profile.
const section = 'ParkBrand.Section.Users';

const texts = (name, culture, js) => ({ type: 'localization', alias: `ParkBrand.Localization.Users.${name}`, name: `ParkBrand users ${culture}`, weight: 1, meta: { culture }, js });
const modal = (name, element) => ({ type: 'modal', alias: `ParkBrand.Modal.${name}`, name: `ParkBrand ${name}`, element });

export const users = [
  texts('ZhCn', 'zh-CN', () => import('./zh-CN.js')),
  texts('EnUs', 'en-US', () => import('./en-US.js')),
  texts('En', 'en', () => import('./en-US.js')),
  {
    type: 'section',
    alias: section,
    name: 'ParkBrand Users',
    weight: 600,
    meta: { label: '#parkbrandUsers_section', pathname: 'users' },
    conditions: [{ alias: 'Umb.Condition.SectionUserPermission', match: section }],
  },
  {
    type: 'dashboard',
    alias: 'ParkBrand.Dashboard.Users',
    name: 'ParkBrand Accounts',
    element: () => import('./users.element.js'),
    meta: { label: '#parkbrandUsers_section', pathname: 'accounts' },
    conditions: [{ alias: 'Umb.Condition.SectionAlias', match: section }],
  },
  modal('User', () => import('./user-modal.element.js')),
  {
    type: 'mfaLoginProvider',
    alias: 'ParkBrand.MfaLoginProvider.Authenticator',
    name: 'ParkBrand Authenticator',
    forProviderName: 'Authenticator',
    element: () => import('./second-factor.element.js'),
    meta: { label: '#parkbrandUsers_authenticator' },
  },
];

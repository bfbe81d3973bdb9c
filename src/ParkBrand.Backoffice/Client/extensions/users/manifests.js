// Looking after accounts, over routes of our own; and the second factor in one's own profile.
import { dashboardIn, sectionFor, texts } from '../manifests.js';

const section = 'ParkBrand.Section.Users';

const modal = (name, element) => ({ type: 'modal', alias: `ParkBrand.Modal.${name}`, name: `ParkBrand ${name}`, element });

export const users = [
  ...texts('Users', () => import('./zh-CN.js'), () => import('./en-US.js')),
  sectionFor(section, 'ParkBrand Users', 600, '#parkbrandUsers_section', 'users'),
  dashboardIn(section, 'ParkBrand.Dashboard.Users', 'ParkBrand Accounts', () => import('./users.element.js'), '#parkbrandUsers_section', 'accounts'),
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

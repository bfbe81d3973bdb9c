// Webhooks are the package's own workspace. Of its settings section only what leads there is wanted; its log has no next try and no replay, so ours stands in its place.
const section = 'Umb.Section.Settings';

const texts = (name, culture, js) => ({ type: 'localization', alias: `ParkBrand.Localization.Webhooks.${name}`, name: `ParkBrand webhooks ${culture}`, weight: 1, meta: { culture }, js });

export const webhooks = [
  texts('ZhCn', 'zh-CN', () => import('./zh-CN.js')),
  texts('EnUs', 'en-US', () => import('./en-US.js')),
  texts('En', 'en', () => import('./en-US.js')),
  {
    type: 'section',
    alias: section,
    name: 'ParkBrand Settings',
    weight: 500,
    meta: { label: '#sections_settings', pathname: 'settings' },
    conditions: [{ alias: 'Umb.Condition.SectionUserPermission', match: section }],
  },
  { type: 'menu', alias: 'Umb.Menu.AdvancedSettings', name: 'ParkBrand Settings Menu' },
  {
    type: 'sectionSidebarApp',
    kind: 'menu',
    alias: 'ParkBrand.SectionSidebarMenu.Settings',
    name: 'ParkBrand Settings Sidebar Menu',
    weight: 100,
    meta: { label: '#parkbrandWebhooks_menu', menu: 'Umb.Menu.AdvancedSettings' },
    conditions: [{ alias: 'Umb.Condition.SectionAlias', match: section }],
  },
  {
    type: 'workspaceView',
    alias: 'ParkBrand.WorkspaceView.Webhook.Log',
    name: 'ParkBrand Webhook Log',
    element: () => import('./webhook-log.element.js'),
    weight: 200,
    meta: { label: '#parkbrandWebhooks_log', pathname: 'log', icon: 'icon-box-alt' },
    conditions: [{ alias: 'Umb.Condition.WorkspaceAlias', match: 'Umb.Workspace.Webhook' }],
  },
];

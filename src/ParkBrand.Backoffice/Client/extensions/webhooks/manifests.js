// Webhooks are the package's own workspace. Of its settings section only what leads there is wanted; its log has no next try and no replay, so ours stands in its place.
import { sectionFor, texts } from '../manifests.js';

const section = 'Umb.Section.Settings';

export const webhooks = [
  ...texts('Webhooks', () => import('./zh-CN.js'), () => import('./en-US.js')),
  sectionFor(section, 'ParkBrand Settings', 500, '#sections_settings', 'settings'),
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

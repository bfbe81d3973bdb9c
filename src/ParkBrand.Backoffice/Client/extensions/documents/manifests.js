// What an open document says and the package does not.
const texts = (name, culture, js) => ({ type: 'localization', alias: `ParkBrand.Localization.Documents.${name}`, name: `ParkBrand documents ${culture}`, weight: 1, meta: { culture }, js });

export const documents = [
  texts('ZhCn', 'zh-CN', () => import('./zh-CN.js')),
  texts('EnUs', 'en-US', () => import('./en-US.js')),
  texts('En', 'en', () => import('./en-US.js')),
  {
    type: 'workspaceFooterApp',
    alias: 'ParkBrand.WorkspaceFooterApp.SavedElsewhere',
    name: 'ParkBrand Saved Elsewhere',
    weight: 10,
    element: () => import('./saved-elsewhere.element.js'),
    conditions: [{ alias: 'Umb.Condition.WorkspaceAlias', match: 'Umb.Workspace.Document' }],
  },
  {
    type: 'ufmComponent',
    alias: 'ParkBrand.UfmComponent.Figure',
    name: 'ParkBrand Figure',
    api: () => import('./figure-words.js'),
    meta: { alias: 'parkbrandFigure' },
  },
];

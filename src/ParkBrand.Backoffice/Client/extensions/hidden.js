// What the server does not do is not offered. Whole packages are left out by bundle/replacements.mjs; these are single extensions of the rest.
export const hidden = [
  // Documents: no content templates, host names, e-mail notices.
  'Umb.EntityAction.Document.CreateBlueprint', 'Umb.EntityAction.Document.CultureAndHostnames', 'Umb.EntityAction.Document.Notifications',
  'Umb.Document.CreateBlueprint', 'Umb.Document.Notifications', 'Umb.Document.CultureAndHostnames', 'Umb.Document.PublicAccess',
  // Rights are given by group and start node only.
  'Umb.EntityUserPermission.Document.PropertyValue.Read', 'Umb.EntityUserPermission.DocumentPropertyValue.Write',
  'Umb.UserGranularPermission.Document', 'Umb.UserGranularPermission.Document.PropertyValue',
  // The content model stands in umbraco.json.
  'Umb.GlobalSearch.DataType', 'Umb.GlobalSearch.DocumentType', 'Umb.GlobalSearch.MediaType',
  'Umb.MenuItem.DataTypes', 'Umb.MenuItem.DocumentBlueprints', 'Umb.MenuItem.DocumentTypes', 'Umb.MenuItem.Languages', 'Umb.MenuItem.MediaTypes', 'Umb.MenuItem.Relations',
  'Umb.EntityAction.DocumentType.Create', 'Umb.EntityAction.DocumentType.Delete', 'Umb.EntityAction.DocumentType.MoveTo', 'Umb.EntityAction.DocumentType.DuplicateTo',
  'Umb.EntityAction.DocumentType.Export', 'Umb.EntityAction.DocumentType.Import', 'Umb.EntityAction.MediaType.Create', 'Umb.EntityAction.MediaType.Delete',
  'Umb.EntityAction.MediaType.MoveTo', 'Umb.EntityAction.MediaType.DuplicateTo', 'Umb.EntityAction.MediaType.Export', 'Umb.EntityAction.MediaType.Import',
  'Umb.EntityAction.DataType.Create', 'Umb.EntityAction.DataType.Delete', 'Umb.EntityAction.DataType.MoveTo', 'Umb.EntityAction.DataType.DuplicateTo',
  'Umb.EntityAction.Language.Create', 'Umb.EntityAction.Language.Delete', 'Umb.EntityAction.Extension.Unregister',
  // Search is our own; redirects are made by moving and renaming and listed on each document.
  'Umb.Dashboard.ExamineManagement', 'Umb.Dashboard.RedirectManagement',
  // Accounts are our own: no foreign sign-in, no accounts for machines, no workspace of the official users section.
  'Umb.CurrentUser.App.ExternalLoginProviders', 'Umb.EntityCreateOptionAction.User.Api', 'Umb.CurrentUser.Button.Edit',
  // Its list of visited addresses names pages by whatever the title was at that moment.
  'Umb.UserProfileApp.CurrentUser.History',
  // Ours tells of next tries and sends again.
  'Umb.WorkspaceView.WebhookDelivery.Collection',
  // One look.
  'umb-dark-theme', 'umb-high-contrast-theme', 'Umb.UserProfileApp.CurrentUser.Theme',
];

// The languages that the interface is kept in.
export const spoken = ['en', 'en-us', 'zh', 'zh-cn'];

// The client asks no right of what it offers in the media library; the server does. A verb of documents stands for each of our permissions.
export const mediaNeeds = [
  ['Umb.EntityAction.Media.Create', 'Umb.Document.Create'],
  ['Umb.CollectionAction.Media.Create', 'Umb.Document.Create'],
  ['Umb.WorkspaceAction.Media.Save', 'Umb.Document.Update'],
  ['Umb.EntityAction.Media.MoveTo', 'Umb.Document.Move'],
  ['Umb.EntityBulkAction.Media.MoveTo', 'Umb.Document.Move'],
  ['Umb.EntityAction.Media.SortChildrenOf', 'Umb.Document.Sort'],
  ['Umb.EntityAction.Media.RecycleBin.Trash', 'Umb.Document.Delete'],
  ['Umb.EntityBulkAction.Media.Trash', 'Umb.Document.Delete'],
  ['Umb.EntityAction.Media.RecycleBin.Restore', 'Umb.Document.Delete'],
  ['Umb.EntityAction.Media.RecycleBin.Empty', 'Umb.Document.Delete'],
  ['Umb.CollectionAction.Media.EmptyRecycleBin', 'Umb.Document.Delete'],
  ['Umb.EntityAction.Media.Delete', 'Umb.Document.Delete'],
];

// Hidden instead of grey: who may only read has nothing to save.
export const documentNeeds = ['Save', 'SaveAndPublish'].map((action) => [`Umb.WorkspaceAction.Document.${action}`, 'Umb.Document.Update']);

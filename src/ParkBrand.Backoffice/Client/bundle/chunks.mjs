// Which modules share a file. Few large files load faster than hundreds of small ones.
const upfront = ['core', 'content', 'documents', 'media', 'user', 'language', 'block', 'property-editors', 'rte', 'ufm', 'data-type', 'clipboard', 'relations', 'elements', 'library', 'segment', 'preview', 'sysinfo', 'multi-url-picker', 'tags', 'help', 'management-api', 'settings', 'static-file', 'translation', 'packages', 'dictionary'];

const inside = (id, folder) => id.replaceAll('\\', '/').includes(folder);
// Monaco and the few modules that import it outright: nobody loads its megabyte before a Markdown field is open.
const monaco = /\/node_modules\/monaco-editor\/|\/dist-cms\/external\/monaco-editor\/|\/code-editor\.controller\.js$|\/packages\/markdown-editor\/components\/|\/monaco-markdown-editor-action\/url-picker|^\0(inline:monaco|no-worker)/;
const packageOf = (id) => id.replaceAll('\\', '/').match(/\/dist-cms\/packages\/([^/]+)\//)?.[1];

// Files that only describe what a package has. The start reads them all; what they describe loads when it is shown.
const describes = /\/packages\/(tiptap|markdown-editor|code-editor|embedded-media)\/(.*\/)?(umbraco-package|manifests?|constants|[\w.-]+\.(kind|context-token)|Umbraco\.\w+)\.js$/;

// Higher priority first.
export const chunkGroups = [
  { name: 'main', test: (id) => describes.test(id), priority: 100 },
  // It closes on any click that reaches the document; loaded at once, it would be closed by the very click that opens it.
  { name: 'search', test: (id) => id.endsWith('/core/search/search-modal/search-modal.element.js'), priority: 100 },
  { name: 'monaco', test: (id) => monaco.test(id), priority: 90 },
  { name: 'tiptap', test: (id) => /\/node_modules\/(@tiptap|prosemirror-|linkifyjs|orderedmap|rope-sequence|w3c-keyname)/.test(id) || packageOf(id) === 'tiptap', priority: 80 },
  { name: 'icons', test: (id) => inside(id, '/icon-registry/icons/'), priority: 70 },
  { name: (id) => `lang-${id.match(/\/lang\/([\w-]+)\.js$/)?.[1]}`, test: (id) => /\/dist-cms\/assets\/lang\/[\w-]+\.js$/.test(id), priority: 60 },
  { name: 'vendor', test: (id) => inside(id, '/node_modules/') && !inside(id, '/@umbraco-cms/backoffice/'), priority: 50 },
  { name: 'main', test: (id) => /\/dist-cms\/(apps\/(app|backoffice)|libs|external)\/|\/Client\/brand\//.test(id) || upfront.includes(packageOf(id)), priority: 40 },
  { name: (id) => `pkg-${packageOf(id)}`, test: (id) => packageOf(id) !== undefined, priority: 30 },
];

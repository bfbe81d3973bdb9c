// What the package says of a document by codes and aliases, said by names: languages, properties, values, times. Applied by wording.mjs.
import path from 'node:path';
import { here } from './entries.mjs';

const ours = (name) => path.join(here, 'extensions/documents', name);
const rollback = 'content/rollback/modal/content-rollback-modal.element.js';
const publishing = 'publishing/workspace-context/document-publishing.workspace-context.js';
const workspace = 'documents/workspace/context/document-workspace.context.js';
const breadcrumb = 'workspace-variant-menu-breadcrumb/workspace-variant-menu-breadcrumb.element.js';

export const ofDocuments = [
  // A version beside the draft: the server says both in words.
  [rollback, "import { diffWords }", `import { versionInWords } from '${ours('version-in-words.js')}';\nimport { diffWords }`],
  [rollback, "this.localize.term('general_unknownUser')", "this.localize.term('parkbrand_system')"],
  [rollback, 'const { data } = await this.#rollbackRepository.requestVersionById(id);', 'const { data } = await this.#rollbackRepository.requestVersionById(id);\n        const words = data ? await versionInWords(this, id, this._selectedCulture) : [];'],
  [rollback, /properties: data\.values\s+\.filter\([\s\S]*?\}\),\n/, 'properties: words.map((line) => ({ alias: line.alias, label: line.label, value: line.then, now: line.now })),\n'],
  [rollback, /const draftValue = currentPropertyValues\.find\(.*\);\s+if \(!draftValue\)\s+return;/, 'const draftValue = { value: item.now };'],
  [rollback, 'JSON.stringify(', 'String('],
  [rollback, '<uui-table-cell>${alias}</uui-table-cell>', "<uui-table-cell style=\"white-space: nowrap\">${this._selectedVersion.properties.find((line) => line.alias === alias)?.label ?? this.localize.term('general_name')}</uui-table-cell>"],
  [rollback, "<uui-table-cell>\n\t\t\t\t\t\t\t\t\t\t${this._showDiff", "<uui-table-cell style=\"white-space: pre-line\">${this._showDiff"],
  [rollback, "this.localize.term('general_alias')", "this.localize.term('parkbrandDocuments_field')"],
  // Toasts.
  ['publishing/publish/entity-action/content-publish.action.js', 'publishedVariants.map((v) => UmbVariantId.Create(v).toString() ?? v.name)', 'publishedVariants.map((v) => options.find((o) => o.culture === v.culture)?.language.name ?? v.name)'],
  [publishing, "import { UMB_DOCUMENT_SCHEDULE_MODAL }", `import { planned } from '${ours('planned.js')}';\nimport { UMB_DOCUMENT_SCHEDULE_MODAL }`],
  [publishing, "data: { message: this.#localize.term('speechBubbles_editContentScheduledSavedText') }",
    "data: { headline: this.#localize.term('speechBubbles_editContentScheduledSavedText'), message: planned(this.#localize, variants.map((v) => ({ name: options.find((o) => o.unique === v.variantId.toString())?.language.name ?? v.variantId.culture, schedule: v.schedule }))) }"],
  // To look at a draft nothing needs to be saved where nothing was changed, nor where nothing may be.
  [workspace, 'if (selected.length > 0) {\n            firstVariantId', 'const shown = this.splitView.getActiveVariants()[0];\n        if (shown)\n            firstVariantId = UmbVariantId.Create(shown);\n        if (selected.length > 0 && (this.getIsNew() || this.getHasUnpersistedChanges())) {\n            firstVariantId'],
  ['documents/preview/workspace-action/save-and-preview.action.js', 'async execute() {', 'disable() { }\n    async hasAdditionalOptions() { return false; }\n    async execute() {'],
  // Brackets mean a name in another language; folders have one name.
  [breadcrumb, 'variant.culture === null && variant.segment === null', '(variant.culture ?? null) === null && (variant.segment ?? null) === null'],
];

// English that stands in the package's code itself, made translatable: labels of manifests and of templates become keys.
// labels.json lists the wordings; one that the package no longer has fails the build, so the list cannot rot.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { here } from './entries.mjs';
import { ofDocuments } from './document-wording.mjs';
import { labelKey } from '../extensions/localization/label-key.js';

const labels = Object.keys(JSON.parse(readFileSync(path.join(here, 'extensions/localization/labels.json'), 'utf8')));
const escaped = (text) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
const any = labels.map(escaped).sort((a, b) => b.length - a.length).join('|');
const inManifest = new RegExp(`(\\blabel: )'(${any})'`, 'g');
// Bold, <Ctrl+B>: the keys stay.
const inAttribute = new RegExp(`(\\s(?:label|title|headline|placeholder|aria-label)=)"(${any})((?:, &lt;[^"]*&gt;)?)"`, 'g');
const inText = new RegExp(`(>\\s*)(${any})(\\s*</(?:uui-label|uui-box|span|p|h4|h5)>)`, 'g');
// A template can ask for a term where its class can.
const isElement = /class \w+ extends [^{]*\bUmb\w*(Element|Base|Mixin)\b/;

// The parts below the client know no terms; they know the page's language.
const said = (english, chinese) => `(document.documentElement.lang.startsWith("zh") ? "${chinese}" : "${english}")`;

// The maker's name, and words that only a screen reader says.
const sentences = [
  ['core/search/umb-search-header-app.element.js', 'label="search"', 'label=${this.localize.term(\'general_search\')}'],
  ['@umbraco-ui/uui/dist/components/menu-item/menu-item.element.js', ' aria-label="menuitem"', ''],
  ['@umbraco-ui/uui/dist/components/breadcrumbs/breadcrumbs.element.js', 'this.setAttribute("aria-label", "breadcrumb");', ''],
  ['core/view/context/view.controller.js', "' | Umbraco'", "' | ParkBrand'"],
  ['user/current-user/history/current-user-history.store.js', '/ \\| Umbraco$/', '/ \\| ParkBrand$/'],
  // A term, not the term's text, is what a translation is looked up by.
  ['block/modals/block-catalogue/block-catalogue-modal.element.js', "key=${this.localize.term('blockEditor_tabCreateEmpty')}", 'key="blockEditor_tabCreateEmpty"'],
  ['block/modals/block-catalogue/block-catalogue-modal.element.js', "key=${this.localize.term('blockEditor_tabClipboard')}", 'key="blockEditor_tabClipboard"'],
  // Refusals of the server, and what their frame says.
  ['core/resources/try-execute/try-execute.controller.js', "headline = 'An error occurred'", "headline = '#parkbrand_notDone'"],
  ['core/resources/resource.controller.js', "title: 'Connection lost',", "title: '#parkbrand_connectionLost',"],
  ['core/resources/resource.controller.js', 'detail: `The connection to the server was lost while the request was in progress (${error.message}). If you were saving or publishing, it may have completed on the server — please check before trying again.`,', ''],
  ['core/resources/resource.controller.js', "title: 'Unknown error',", "title: '#parkbrand_unknownError',"],
  ['core/notification/controllers/peek-error/peek-error-notification.element.js', 'headline=${ifDefined(this.data.headline)}', "headline=${this.localize.string(this.data.headline ?? '')}"],
  ['core/notification/controllers/peek-error/peek-error-notification.element.js', 'return this.data?.message;', "return this.localize.string(this.data?.message ?? '');"],
  // The refusal is shown already.
  ['modals/current-user-mfa-disable/current-user-mfa-disable-modal.element.js', "this.#peek(error.message, 'warning');", ''],
  // The name of the way to sign in may be a key.
  ['modals/current-user-mfa/current-user-mfa-modal.element.js', 'displayName: manifestLoginProvider.meta?.label ??', "displayName: this.localize.string(manifestLoginProvider.meta?.label ?? manifestLoginProvider.name) ??"],
  // All versions are kept, so there is nothing to choose.
  ['content/rollback/modal/content-rollback-modal.element.js', '@click=${(event) => this.#onPreventCleanup(event, item.id, !item.preventCleanup)}', 'style="display: none"'],
  ['core/auth/providers/manifests.js', "label: 'Umbraco'", "label: 'ParkBrand'"],
  ['core/auth/providers/manifests.js', "icon: 'icon-umbraco'", "icon: 'icon-lock'"],
  // Told twice that somebody is signed in, by the view and by the context, it closed twice.
  ['core/auth/modals/umb-app-auth-modal.element.js', 'this.value = { success: true };', 'if (this.closing) return; this.closing = true; this.value = { success: true };'],
  // Closing a dialogue is no error.
  ...['core/entity-action/default/entity-action.element.js', 'audit-log/audit-log-action/audit-log-action.element.js'].map((file) => [file, "console.error('Error executing action:', error)", "if (error?.type !== 'close') console.error('Error executing action:', error)"]),
  // A white mark on our light picture.
  ['core/auth/components/umb-auth-view.element.js', 'id="logo-on-image"', 'id="logo-on-image" hidden style="display: none"'],
  ['components/tabs/tab-group.element.js', 'label="More"', `label=${'$'}{${said('More', '更多')}}`],
  // History: what was done by no person, and what the package has no word for.
  ['audit-log/info-app/content-audit-log-workspace-info-app.element.js', "user?.name ?? 'Unknown'", "user?.name ?? this.localize.term('parkbrand_system')"],
  ['audit-log/info-app/content-audit-log-workspace-info-app.element.js', '.name=${user?.name} ', ".name=${user?.name ?? this.localize.term('parkbrand_system')} "],
  ['content/rollback/modal/content-rollback-modal.element.js', '>No selected version</uui-box', ">${this.localize.term('parkbrand_noVersionChosen')}</uui-box"],
  ['apps/app/app-logo.element.js', 'alt="logo"', 'alt=""'],
  ['components/card/card.element.js', 'label="select"', 'label=${this.name ?? ""}'],
  ['components/pagination/pagination.element.js', '`${this.label || "Pagination navigation"}. Current page: ${this.current}.`', `\`\${this.label || ${said('Pages', '翻页')}} \${this.current}\``],
  ['components/pagination/pagination.element.js', 'label="Go to page ${page}"', `label="\${${said('Page', '第')} + ' ' + page + ${said('', ' 页')}}"`],
  ['components/pagination/pagination.element.js', 'label="More pages"', `label=\${${said('More pages', '更多页')}}`],
  ['components/input-password/input-password.element.js', '"Show password" : "Hide password"', `${said('Show password', '显示密码')} : ${said('Hide password', '隐藏密码')}`],
  ['change-password/modal/change-password-modal.element.js', '`Change password for ${userName}`', "this.localize.term('parkbrand_changePasswordOf', userName)"],
  ['modals/media-picker/media-picker-modal.element.js', 'label="Search only in ${this._currentMediaEntity.name}"', "label=${this.localize.term('parkbrand_searchOnlyIn', this._currentMediaEntity.name)}"],
  ['media-picker/components/media-picker-folder-path.element.js', '${path.name}\n', "${path.unique ? path.name : this.localize.term('sections_media')}\n"],
  ['collection/components/collection-selection-actions.element.js', '${this._selectionLength} of ${this._totalItems} selected', "${this.localize.term('parkbrand_chosenOf', this._selectionLength, this._totalItems)}"],
  ['collection/components/collection-view-bundle.element.js', 'label="status"', "label=${this.localize.term('parkbrand_views')}"],
  ['collection/components/collection-view-bundle.element.js', 'label=${view.label}', "label=${this.localize.string(view.label)}"],
  ['table/components/table-insert.element.js', '"${j} columns, ${i} rows"', '"${i} × ${j}"'],
  ['picker/clipboard-entry-picker.element.js', '<p>There are no items in the clipboard.</p>', "<p>${this.localize.term('parkbrand_clipboardEmpty')}</p>"],
  ['documents/audit-log/info-app/utils.js', "label: type, desc: ''", "label: `parkbrand_did${type}`, desc: `parkbrand_told${type}`"],
  ['media/audit-log/info-app/utils.js', "label: type, desc: 'TODO'", "label: `parkbrand_did${type}`, desc: ''"],
  ['localization/registry/localization.registry.js', 'umbLocalizationManager.documentLanguage = newLang;', 'umbLocalizationManager.documentLanguage = newLang; document.documentElement.lang = locale.baseName;'],
  // Pages that say why nothing is shown are shown at once.
  ['route/not-found/route-not-found.element.js', 'animation: fadeIn 5s 5s forwards', 'animation: fadeIn 200ms 300ms forwards'],
  ['route/forbidden/route-forbidden.element.js', 'animation: fadeIn 2s 0s forwards', 'animation: fadeIn 200ms forwards'],
  ...ofDocuments,
];

export function wording() {
  const met = new Set();
  const changed = new Set();
  return {
    name: 'wording',
    transform(code, id) {
      if (!/\/@umbraco-(cms\/backoffice\/dist-cms|ui\/uui)\//.test(id) || id.includes('/assets/lang/')) return null;
      const key = (english) => (met.add(english), labelKey(english));
      let text = id.includes('/@umbraco-ui/') ? code : code.replaceAll(inManifest, (_, before, english) => `${before}'#${key(english)}'`);
      if (!id.includes('/@umbraco-ui/') && isElement.test(code)) {
        text = text.replaceAll(inAttribute, (_, before, english, keys) => `${before}"\${this.localize.term('${key(english)}')}${keys}"`)
          .replaceAll(inText, (_, before, english, after) => `${before}\${this.localize.term('${key(english)}')}${after}`);
      }
      for (const [file, from, to] of sentences.filter(([file]) => id.endsWith(`/${file}`))) {
        if (from instanceof RegExp ? !from.test(text) : !text.includes(from)) throw new Error(`${file} no longer says ${from}; see wording.mjs.`);
        text = from instanceof RegExp ? text.replace(from, to) : text.replaceAll(from, to);
        changed.add(file);
      }
      return text === code ? null : { code: text };
    },
    buildEnd(error) {
      const unmet = [...labels.filter((label) => !met.has(label)), ...sentences.map(([file]) => file).filter((file) => !changed.has(file))];
      if (!error && unmet.length > 0) throw new Error(`The package has no such wording any more: ${unmet.join(' · ')}`);
    },
  };
}

// English that stands in the package's code itself, made translatable: labels of manifests and of templates become keys.
// labels.json lists the wordings; one that the package no longer has fails the build, so the list cannot rot.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { here } from './entries.mjs';
import { labelKey } from '../extensions/localization/label-key.js';

const labels = Object.keys(JSON.parse(readFileSync(path.join(here, 'extensions/localization/labels.json'), 'utf8')));
const escaped = (text) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
const any = labels.map(escaped).sort((a, b) => b.length - a.length).join('|');
const inManifest = new RegExp(`(\\blabel: )'(${any})'`, 'g');
// Bold, <Ctrl+B>: the keys stay.
const inAttribute = new RegExp(`(\\s(?:label|title|headline|placeholder)=)"(${any})((?:, &lt;[^"]*&gt;)?)"`, 'g');
const inText = new RegExp(`(>\\s*)(${any})(\\s*</(?:uui-label|uui-box|span|p|h4|h5)>)`, 'g');
// A template can ask for a term where its class can.
const isElement = /class \w+ extends [^{]*\bUmb\w*(Element|Base|Mixin)\b/;

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
        if (!text.includes(from)) throw new Error(`${file} no longer says ${from}; see wording.mjs.`);
        text = text.replaceAll(from, to);
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

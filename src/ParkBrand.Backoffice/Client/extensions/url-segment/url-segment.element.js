import { css, html, nothing } from '@umbraco-cms/backoffice/external/lit';
import { UmbChangeEvent } from '@umbraco-cms/backoffice/event';
import { createExtensionApiByAlias } from '@umbraco-cms/backoffice/extension-registry';
import { UmbLitElement } from '@umbraco-cms/backoffice/lit-element';
import { UmbFormControlMixin } from '@umbraco-cms/backoffice/validation';
import { before, longest, problemOf, tidy } from './segment.js';

/** Value: the last part of the address as a text; empty lets the server take one from the English name. */
export default class UrlSegmentElement extends UmbFormControlMixin(UmbLitElement, undefined) {
  static properties = { readonly: { type: Boolean, reflect: true }, config: { attribute: false }, _may: { state: true } };

  constructor() {
    super();
    this.addValidator('patternMismatch', () => this.localize.term('urlSegment_form'), () => problemOf(this.value) !== null);
    // Readers' links hang on an address: it is changed by those who may publish.
    createExtensionApiByAlias(this, 'Umb.Condition.UserPermission.Document', [
      { config: { allOf: ['Umb.Document.Publish'] }, onChange: (permitted) => { this._may = permitted; } },
    ]);
  }

  getFormElement() {
    return this.shadowRoot?.querySelector('uui-input');
  }

  #change(event) {
    this.value = tidy(event.target.value) || undefined;
    this.dispatchEvent(new UmbChangeEvent());
  }

  render() {
    const route = this.config?.getValueByAlias('route');
    return html`
      <uui-input label=${this.localize.term('urlSegment_label')} maxlength=${longest} .value=${this.value ?? ''} ?readonly=${this.readonly || !this._may}
        placeholder=${this.localize.term('urlSegment_fromName')} @change=${this.#change}>
        <span slot="prepend">${before(route)}</span>
      </uui-input>
      ${this._may ? nothing : html`<small>${this.localize.term('urlSegment_mayNot')}</small>`}
    `;
  }

  static styles = css`
    :host { display: block; max-inline-size: 620px; }
    uui-input { inline-size: 100%; }
    span { padding-inline: 9px 3px; color: var(--uui-color-text-alt); white-space: nowrap; align-self: center; }
    small { color: var(--uui-color-text-alt); }
  `;
}
customElements.define('parkbrand-url-segment', UrlSegmentElement);

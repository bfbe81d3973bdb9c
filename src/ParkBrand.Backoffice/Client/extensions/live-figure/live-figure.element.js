import { css, html, nothing } from '@umbraco-cms/backoffice/external/lit';
import { UmbChangeEvent } from '@umbraco-cms/backoffice/event';
import { UmbLitElement } from '@umbraco-cms/backoffice/lit-element';
import { UmbFormControlMixin } from '@umbraco-cms/backoffice/validation';
import { choices, parse, problemOf, written } from './shape.js';
import '@umbraco-cms/backoffice/document';

/** Value: `{ park, field, format }`, see shape.js. */
export default class LiveFigureElement extends UmbFormControlMixin(UmbLitElement, undefined) {
  static properties = { readonly: { type: Boolean, reflect: true }, mandatory: { type: Boolean }, config: { attribute: false } };

  constructor() {
    super();
    this.addValidator('customError', () => this.localize.term(this.#problem()), () => this.#problem() !== null);
  }

  getFormElement() {
    return this.shadowRoot?.querySelector('uui-select');
  }

  #problem() {
    return problemOf(parse(this.value), this.mandatory);
  }

  #set(change) {
    this.value = written({ ...parse(this.value), ...change });
    this.requestUpdate();
    this.dispatchEvent(new UmbChangeEvent());
  }

  render() {
    const now = parse(this.value);
    const fields = choices(this.config?.getValueByAlias('items'), this.localize.lang());
    const gone = now.field && !fields.some((field) => field.value === now.field);
    const formats = choices(this.config?.getValueByAlias('formats'), this.localize.lang());
    return html`
      ${this.#row('liveFigure_park', html`<umb-input-document .max=${1} .selection=${now.park ? [now.park] : []} ?readonly=${this.readonly}
        @change=${(event) => this.#set({ park: event.target.selection[0] })}></umb-input-document>`)}
      ${this.#row('liveFigure_field', this.#select('liveFigure_field', now.field, [{ value: '', name: this.localize.term('liveFigure_choose') }, ...fields], (field) => this.#set({ field: field || undefined })))}
      ${gone ? html`<p class="gone">${this.localize.term('liveFigure_unknown', now.field)}</p>` : nothing}
      ${formats.length > 1 ? this.#row('liveFigure_format', this.#select('liveFigure_format', now.format, formats, (format) => this.#set({ format }))) : nothing}
      <small>${this.localize.term('liveFigure_note')}</small>
    `;
  }

  #row(key, control) {
    return html`<div class="row"><span>${this.localize.term(key)}</span>${control}</div>`;
  }

  #select(key, chosen, options, choose) {
    return html`<uui-select label=${this.localize.term(key)} ?readonly=${this.readonly} .options=${options.map((option) => ({ ...option, selected: option.value === (chosen ?? '') }))}
      @change=${(event) => choose(event.target.value)}></uui-select>`;
  }

  static styles = css`
    :host { display: block; max-inline-size: 520px; }
    .row { display: grid; gap: 3px; margin-block-end: 9px; }
    .row > span { font-size: 12px; }
    uui-select { inline-size: 100%; }
    .gone { margin: 3px 0; color: var(--uui-color-invalid-standalone); }
    small { color: var(--uui-color-text-alt); }
  `;
}
customElements.define('parkbrand-live-figure', LiveFigureElement);

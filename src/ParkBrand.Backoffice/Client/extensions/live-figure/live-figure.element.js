import { css, html, nothing } from '@umbraco-cms/backoffice/external/lit';
import { UmbChangeEvent } from '@umbraco-cms/backoffice/event';
import { UmbLitElement } from '@umbraco-cms/backoffice/lit-element';
import { UmbFormControlMixin } from '@umbraco-cms/backoffice/validation';
import { choices, formats, parse, problemOf } from './shape.js';
import '@umbraco-cms/backoffice/document';

/** Value: the field's key, or `{ park, field, format }` when the data type says `parts: "all"`. */
export default class LiveFigureElement extends UmbFormControlMixin(UmbLitElement, undefined) {
  static properties = { readonly: { type: Boolean, reflect: true }, mandatory: { type: Boolean }, config: { attribute: false } };

  constructor() {
    super();
    this.addValidator('customError', () => this.localize.term(this.#problem()), () => this.#problem() !== null);
  }

  getFormElement() {
    return this.shadowRoot?.querySelector('uui-select');
  }

  get #whole() {
    return this.config?.getValueByAlias('parts') === 'all';
  }

  #problem() {
    return problemOf(parse(this.value), this.#whole, this.mandatory);
  }

  #set(change) {
    const next = { ...parse(this.value), ...change };
    this.value = this.#whole ? (next.park || next.field ? next : undefined) : next.field;
    this.requestUpdate();
    this.dispatchEvent(new UmbChangeEvent());
  }

  render() {
    const now = parse(this.value);
    const fields = choices(this.config?.getValueByAlias('items'), this.localize.lang());
    const gone = now.field && !fields.some((field) => field.value === now.field);
    return html`
      ${this.#whole ? this.#row('liveFigure_park', html`<umb-input-document .max=${1} .selection=${now.park ? [now.park] : []} ?readonly=${this.readonly}
        @change=${(event) => this.#set({ park: event.target.selection[0] })}></umb-input-document>`) : nothing}
      ${this.#row('liveFigure_field', this.#select('liveFigure_field', now.field, [{ value: '', name: this.localize.term('liveFigure_choose') }, ...fields], (field) => this.#set({ field: field || undefined })))}
      ${gone ? html`<p class="gone">${this.localize.term('liveFigure_unknown', now.field)}</p>` : nothing}
      ${this.#whole ? this.#row('liveFigure_format', this.#select('liveFigure_format', now.format, formats.map((format) => ({ value: format, name: this.localize.term(`liveFigure_format${format[0].toUpperCase()}${format.slice(1)}`) })), (format) => this.#set({ format }))) : nothing}
      <small>${this.localize.term('liveFigure_note')} ${this.#whole ? nothing : this.localize.term('liveFigure_sibling')}</small>
    `;
  }

  #row(key, control) {
    return this.#whole ? html`<div class="row"><span>${this.localize.term(key)}</span>${control}</div>` : control;
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

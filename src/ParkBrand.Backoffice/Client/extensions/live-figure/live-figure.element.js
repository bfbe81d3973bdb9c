import { css, html, nothing } from '@umbraco-cms/backoffice/external/lit';
import { UmbChangeEvent } from '@umbraco-cms/backoffice/event';
import { UmbLitElement } from '@umbraco-cms/backoffice/lit-element';
import { UmbFormControlMixin } from '@umbraco-cms/backoffice/validation';
import { umbHttpClient } from '@umbraco-cms/backoffice/http-client';
import { tryExecute } from '@umbraco-cms/backoffice/resources';
import { choices, parse, present, problemOf, written } from './shape.js';
import '@umbraco-cms/backoffice/document';

/** Value: `{ park, field, format }`, see shape.js. */
export default class LiveFigureElement extends UmbFormControlMixin(UmbLitElement, undefined) {
  static properties = { readonly: { type: Boolean, reflect: true }, mandatory: { type: Boolean }, config: { attribute: false }, _park: { state: true } };

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

  updated(changed) {
    super.updated?.(changed);
    const { park } = parse(this.value);
    if (park !== this.#asked) this.#ask((this.#asked = park));
  }

  #asked;

  async #ask(id) {
    this._park = undefined;
    if (!id) return;
    // A park that somebody may only refer to is not told; then there is no number to show, and that is all.
    const { data } = await tryExecute(this, umbHttpClient.get({ url: `/umbraco/management/api/v1/item/document?id=${id}` }), { disableNotifications: true });
    if (!data?.some((item) => item.id === id)) return;
    const opened = await tryExecute(this, umbHttpClient.get({ url: `/umbraco/management/api/v1/document/${id}` }), { disableNotifications: true });
    if (this.#asked === id) this._park = opened.data;
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
      ${this.#row('liveFigure_park', html`<umb-input-document .max=${1} .allowedContentTypeIds=${this.config?.getValueByAlias('parkTypes')} .selection=${now.park ? [now.park] : []} ?readonly=${this.readonly}
        @change=${(event) => this.#set({ park: event.target.selection[0] })}></umb-input-document>`)}
      ${this.#row('liveFigure_field', this.#select('liveFigure_field', now.field, [{ value: '', name: this.localize.term('liveFigure_choose') }, ...fields], (field) => this.#set({ field: field || undefined })))}
      ${this.#present(fields.find((field) => field.value === now.field))}
      ${gone ? html`<p class="gone">${this.localize.term('liveFigure_unknown', now.field)}</p>` : nothing}
      ${formats.length > 1 ? this.#row('liveFigure_format', this.#select('liveFigure_format', now.format, formats, (format) => this.#set({ format }))) : nothing}
      <small>${this.localize.term('liveFigure_note')}</small>
    `;
  }

  #present(field) {
    if (!field || !this._park) return nothing;
    const number = present(this._park, field);
    return number ? html`<p>${this.localize.term('liveFigure_now', number)}</p>` : html`<p class="gone">${this.localize.term('liveFigure_none')}</p>`;
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
    p { margin: 3px 0 9px; }
    .gone { color: var(--uui-color-invalid-standalone); }
    small { color: var(--uui-color-text-alt); }
  `;
}
customElements.define('parkbrand-live-figure', LiveFigureElement);

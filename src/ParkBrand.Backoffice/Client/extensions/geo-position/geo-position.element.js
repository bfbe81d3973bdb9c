import { html, nothing, svg } from '@umbraco-cms/backoffice/external/lit';
import { UmbChangeEvent } from '@umbraco-cms/backoffice/event';
import { UmbLitElement } from '@umbraco-cms/backoffice/lit-element';
import { UmbFormControlMixin } from '@umbraco-cms/backoffice/validation';
import { placeOf, plates, plateSize, positionAt, problemOf, rounded, size } from './schematic.js';
import { styles } from './geo-position.styles.js';

const step = 0.002;
const moves = { ArrowUp: [step, 0], ArrowDown: [-step, 0], ArrowRight: [0, step], ArrowLeft: [0, -step] };
const centre = { latitude: 31.385, longitude: 120.98 };

/** Value: `{ latitude, longitude }` in WGS-84 degrees, or undefined. */
export default class GeoPositionElement extends UmbFormControlMixin(UmbLitElement, undefined) {
  static properties = { readonly: { type: Boolean, reflect: true }, mandatory: { type: Boolean }, mandatoryMessage: { type: String }, config: { attribute: false } };

  static styles = styles;

  constructor() {
    super();
    this.addValidator('valueMissing', () => this.localize.string(this.mandatoryMessage ?? '#validation_invalidEmpty'), () => !!this.mandatory && !this.value);
    this.addValidator('customError', () => this.localize.term(...(problemOf(this.value) ?? ['geoPosition_both'])), () => problemOf(this.value) !== null);
  }

  getFormElement() {
    return this.shadowRoot?.querySelector('input');
  }

  #set(value) {
    if (this.readonly) return;
    this.value = value;
    this.requestUpdate();
    this.dispatchEvent(new UmbChangeEvent());
  }

  #click(event) {
    const matrix = event.currentTarget.getScreenCTM();
    const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse());
    const position = positionAt(point.x, point.y);
    if (position) this.#set(position);
  }

  #key(event) {
    const move = moves[event.key];
    if (!move || this.readonly) return;
    event.preventDefault();
    const from = problemOf(this.value) === null && this.value ? this.value : centre;
    const times = event.shiftKey ? 5 : 1;
    const to = { latitude: rounded(from.latitude + move[0] * times), longitude: rounded(from.longitude + move[1] * times) };
    if (problemOf(to) === null) this.#set(to);
  }

  #type(axis, event) {
    const text = event.target.value.trim();
    const next = { latitude: this.value?.latitude, longitude: this.value?.longitude, [axis]: text === '' ? undefined : rounded(Number(text)) };
    this.#set(next.latitude === undefined && next.longitude === undefined ? undefined : next);
  }

  #name(plate) {
    return this.localize.lang().startsWith('zh') ? plate.zh : plate.en;
  }

  render() {
    const at = this.value && problemOf(this.value) === null ? placeOf(this.value) : null;
    return html`
      <svg viewBox="-2 -2 ${size.width} ${size.height}" tabindex=${this.readonly ? -1 : 0} role="application" aria-label=${this.localize.term('geoPosition_map')}
        aria-describedby="hint" @click=${this.#click} @keydown=${this.#key}>
        ${plates.map((plate) => this.#plate(plate, plate === at?.plate))}
        ${at ? svg`<g class="mark" transform="translate(${at.x} ${at.y})"><rect class="halo" x="-6" y="-6" width="12" height="12"/><rect x="-4" y="-4" width="8" height="8"/></g>` : nothing}
      </svg>
      <p id="near" aria-live="polite">${at ? this.localize.term('geoPosition_near', this.#name(at.plate)) : this.localize.term('geoPosition_empty')}</p>
      <div id="fields">
        ${this.#number('latitude')} ${this.#number('longitude')}
        ${this.value && !this.readonly ? html`<uui-button look="secondary" label=${this.localize.term('geoPosition_clear')} @click=${() => this.#set(undefined)}></uui-button>` : nothing}
      </div>
      <small id="hint">${this.localize.term('geoPosition_hint')} ${this.localize.term('geoPosition_step', step)}</small>
    `;
  }

  #plate(plate, here) {
    return svg`<g class=${here ? 'plate here' : 'plate'}><rect x=${plate.x} y=${plate.y} width=${plateSize.width} height=${plateSize.height}/>
      <text x=${plate.x + 5} y=${plate.y + 14} aria-hidden="true">${this.#name(plate)}</text></g>`;
  }

  #number(axis) {
    return html`<label><span>${this.localize.term(`geoPosition_${axis}`)}</span>
      <input type="number" step="0.00001" inputmode="decimal" .value=${this.value?.[axis]?.toString() ?? ''} ?readonly=${this.readonly} @change=${(event) => this.#type(axis, event)}></label>`;
  }
}
customElements.define('parkbrand-geo-position', GeoPositionElement);

import { css, html, ifDefined, nothing } from '@umbraco-cms/backoffice/external/lit';
import { UmbDeselectedEvent, UmbSelectedEvent } from '@umbraco-cms/backoffice/event';
import { UmbLitElement } from '@umbraco-cms/backoffice/lit-element';
import '@umbraco-cms/backoffice/imaging';
import { undescribed } from './manifests.js';

/** The package's card of a picture or file, and on it what is missing. */
export default class MediaCardElement extends UmbLitElement {
  static properties = {
    item: { attribute: false }, href: {}, selectable: { type: Boolean }, selected: { type: Boolean }, selectOnly: { type: Boolean, attribute: 'select-only' }, disabled: { type: Boolean },
  };

  #tell(event, Told) {
    event.stopPropagation();
    this.dispatchEvent(new Told(this.item.unique));
  }

  render() {
    if (!this.item) return nothing;
    const missing = this.item.flags?.some((flag) => flag.alias === undescribed);
    return html`
      <uui-card-media name=${ifDefined(this.item.name)} href=${ifDefined(this.href)} data-mark="${this.item.entityType}:${this.item.unique}"
        ?selectable=${this.selectable} ?select-only=${this.selectOnly} ?selected=${this.selected} ?disabled=${this.disabled}
        @selected=${(event) => this.#tell(event, UmbSelectedEvent)} @deselected=${(event) => this.#tell(event, UmbDeselectedEvent)}>
        <umb-media-thumbnail .unique=${this.item.unique} alt=${ifDefined(this.item.name)} icon=${ifDefined(this.item.icon)}></umb-media-thumbnail>
        ${missing ? html`<uui-tag slot="tag" look="primary" color="danger">${this.localize.term('parkbrand_undescribed')}</uui-tag>` : nothing}
        <slot name="actions" slot="actions"></slot>
      </uui-card-media>
    `;
  }

  static styles = css`
    uui-card-media { block-size: 100%; }
    slot[name='actions'] { --uui-button-background-color: var(--uui-color-surface); --uui-button-background-color-hover: var(--uui-color-surface); }
  `;
}
customElements.define('parkbrand-media-card', MediaCardElement);

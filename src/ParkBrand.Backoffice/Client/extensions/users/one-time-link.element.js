import { css, html } from '@umbraco-cms/backoffice/external/lit';
import { UmbLitElement } from '@umbraco-cms/backoffice/lit-element';

/** A link that the server tells once: to copy and hand over. `link`: `{ link, until }`, the link a path of this site. */
export class OneTimeLinkElement extends UmbLitElement {
  static properties = { link: { attribute: false }, _copied: { state: true } };

  get #address() {
    return new URL(this.link.link, location.origin).href;
  }

  willUpdate(changed) {
    if (changed.has('link')) this._copied = undefined;
  }

  async #copy() {
    const field = this.shadowRoot.querySelector('input');
    field.select();
    // The clipboard is closed to pages without https; the selected text can then be copied by hand.
    this._copied = await (navigator.clipboard?.writeText(this.#address) ?? Promise.reject()).then(() => 'copied', () => (document.execCommand('copy') ? 'copied' : 'copyByHand'));
  }

  render() {
    const term = (key, ...values) => this.localize.term(`parkbrandUsers_${key}`, ...values);
    return html`
      <uui-box headline-variant="h4" headline=${term('link')}>
        <p>${term('linkHint')}</p>
        <div><input readonly aria-label=${term('link')} .value=${this.#address} @focus=${(event) => event.target.select()}><uui-button look="primary" label=${term('copy')} @click=${this.#copy}></uui-button></div>
        <p class="until">${term('until', this.localize.date(this.link.until, { dateStyle: 'medium', timeStyle: 'short' }))} <span role="status">${this._copied ? term(this._copied) : ''}</span></p>
      </uui-box>
    `;
  }

  static styles = css`
    uui-box { border-inline-start: 4px solid var(--uui-color-positive); }
    div { display: flex; gap: var(--uui-size-space-2); }
    input { flex: 1; min-inline-size: 0; padding: 0 9px; font: inherit; color: inherit; background: var(--uui-color-surface-alt); border: 1px solid var(--uui-color-border); }
    input:focus-visible { outline: 2px solid var(--uui-color-focus); }
    p { margin: 0 0 var(--uui-size-space-3); }
    .until { margin: var(--uui-size-space-3) 0 0; color: var(--uui-color-text-alt); }
    .until span { color: var(--uui-color-positive-standalone); }
  `;
}
customElements.define('parkbrand-one-time-link', OneTimeLinkElement);

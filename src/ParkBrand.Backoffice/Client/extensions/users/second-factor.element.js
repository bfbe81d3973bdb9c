import { css, html } from '@umbraco-cms/backoffice/external/lit';
import { UmbCurrentUserRepository } from '@umbraco-cms/backoffice/current-user';
import { UmbLitElement } from '@umbraco-cms/backoffice/lit-element';
import { enableFactor, proposeFactor } from './requests.js';

/** Sets up the authenticator app of whoever is signed in. Ours, because the package's has no place for the recovery codes, which the server tells once. */
export default class SecondFactorElement extends UmbLitElement {
  static properties = { providerName: { attribute: false }, displayName: { attribute: false }, callback: { attribute: false }, close: { attribute: false }, _proposal: { state: true }, _codes: { state: true }, _busy: { state: true }, _code: { state: true } };

  async firstUpdated() {
    this._proposal = await proposeFactor(this);
    if (!this._proposal) this.close?.();
  }

  #term(key) {
    return this.localize.term(`parkbrandUsers_${key}`);
  }

  async #enable(event) {
    event.preventDefault();
    if (!this._code?.trim() || this._busy) return;
    this._busy = true;
    const done = await enableFactor(this, this._code.trim(), this._proposal.secret);
    this._busy = false;
    if (!done) return this.shadowRoot.querySelector('uui-input')?.focus();
    this._codes = done.recoveryCodes;
    // The list of providers behind this dialogue learns of it.
    await new UmbCurrentUserRepository(this).requestMfaLoginProviders();
  }

  render() {
    if (this._codes) return this.#recovery();
    return html`
      <form @submit=${this.#enable} novalidate><umb-body-layout headline=${this.localize.term('member_2fa')}>
        ${this._proposal ? html`<uui-box headline-variant="h4" headline=${this.#term('authenticator')}>
          <p>${this.localize.term('user_2faQrCodeDescription')}</p>
          <img src=${this._proposal.qrCodeSetupImageUrl} alt=${this.#term('qrCode')}>
          <p>${this.#term('secretHint')}<br><code>${this._proposal.secret}</code></p>
          <uui-label for="code" required>${this.localize.term('user_2faCodeInput')}</uui-label>
          <uui-input id="code" inputmode="numeric" autocomplete="one-time-code" label=${this.localize.term('user_2faCodeInputHelp')} placeholder=${this.localize.term('user_2faCodeInputHelp')}
            @input=${(event) => { this._code = event.target.value; }}></uui-input>
        </uui-box>` : html`<uui-loader-bar></uui-loader-bar>`}
        <div slot="actions">
          <uui-button look="secondary" label=${this.localize.term('general_close')} @click=${() => this.close()}></uui-button>
          <uui-button look="primary" ?disabled=${!this._proposal || this._busy} label=${this.localize.term('actions_enable')} @click=${this.#enable}></uui-button>
        </div>
      </umb-body-layout></form>
    `;
  }

  #recovery() {
    return html`
      <umb-body-layout headline=${this.localize.term('member_2fa')}>
        <uui-box headline-variant="h4" headline=${this.#term('recovery')}>
          <p role="status">${this.#term('recoveryHint')}</p>
          <ul>${this._codes.map((code) => html`<li><code>${code}</code></li>`)}</ul>
        </uui-box>
        <div slot="actions">
          <uui-button look="secondary" label=${this.#term('copy')} @click=${this.#copy}></uui-button>
          <uui-button look="primary" label=${this.#term('recoveryKept')} @click=${() => this.close()}></uui-button>
        </div>
      </umb-body-layout>
    `;
  }

  #copy() {
    return navigator.clipboard?.writeText(this._codes.join('\n'));
  }

  static styles = css`
    :host, form { display: block; block-size: 100%; }
    img { display: block; inline-size: 240px; aspect-ratio: 1; margin: 0 auto; background: #fff; }
    code { font-size: 16px; overflow-wrap: anywhere; user-select: all; }
    uui-input { inline-size: 100%; }
    ul { columns: 2; margin: 0; padding: 0; list-style: none; line-height: 2.2; }
  `;
}
customElements.define('parkbrand-second-factor', SecondFactorElement);

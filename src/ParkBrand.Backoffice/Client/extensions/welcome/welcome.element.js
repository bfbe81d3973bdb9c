import { css, html } from '@umbraco-cms/backoffice/external/lit';
import { UmbLitElement } from '@umbraco-cms/backoffice/lit-element';

const tips = ['parkbrand_welcomeTree', 'parkbrand_welcomeSearch', 'parkbrand_welcomeSave', 'parkbrand_welcomeHistory'];

export default class WelcomeElement extends UmbLitElement {
  render() {
    return html`<uui-box headline-variant="h2" headline=${this.localize.term('parkbrand_welcome')}><ol>${tips.map((tip) => html`<li>${this.localize.term(tip)}</li>`)}</ol></uui-box>`;
  }

  static styles = css`
    :host { display: block; padding: var(--uui-size-layout-1); }
    ol { margin: 0; padding-inline-start: 1.4em; line-height: 2; }
  `;
}
customElements.define('parkbrand-welcome', WelcomeElement);

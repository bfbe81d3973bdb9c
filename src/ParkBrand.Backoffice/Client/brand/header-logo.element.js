import { css, html } from '@umbraco-cms/backoffice/external/lit';
import { UmbLitElement } from '@umbraco-cms/backoffice/lit-element';

// In the place of the maker's logo, whose menu leads to the maker's site and to system details that the server does not tell.
export class UmbBackofficeHeaderLogoElement extends UmbLitElement {
  render() {
    return html`<a href="/umbraco/section/content" aria-label=${this.localize.term('parkbrand_name')}>
      <umb-app-logo loading="eager" override-theme="umb-dark-theme"></umb-app-logo><span>${this.localize.term('parkbrand_name')}</span></a>`;
  }

  static styles = css`
    a { display: flex; align-items: center; gap: 12px; padding-inline: 6px 24px; color: var(--uui-color-header-contrast-emphasis); text-decoration: none; font-weight: 700; white-space: nowrap; }
    a:focus-visible { outline: 2px solid currentColor; outline-offset: 4px; }
    umb-app-logo, img { display: block; block-size: 28px; }
    @media (max-width: 1080px) { span { display: none; } }
  `;
}
customElements.define('umb-backoffice-header-logo', UmbBackofficeHeaderLogoElement);

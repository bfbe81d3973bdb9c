import { css, customElement, html } from '@umbraco-cms/backoffice/external/lit';
import { UmbLitElement } from '@umbraco-cms/backoffice/lit-element';

// In the place of the maker's logo with its link to the maker's site.
export class UmbBackofficeHeaderLogoElement extends UmbLitElement {
  render() {
    return html`<a href="/umbraco/section/content" aria-label=${this.localize.term('parkbrand_name')}><umb-app-logo loading="eager" override-theme="umb-dark-theme"></umb-app-logo></a>`;
  }

  static styles = css`a { display: block; padding: 0 12px; } img { height: 30px; display: block; }`;
}
customElement('umb-backoffice-header-logo')(UmbBackofficeHeaderLogoElement);

// The label of a figure's block: {parkbrandFigure: field} → park · field · present number.
import { UmbUfmComponentBase, UmbUfmElementBase, UMB_UFM_RENDER_CONTEXT } from '@umbraco-cms/backoffice/ufm';
import { umbHttpClient } from '@umbraco-cms/backoffice/http-client';
import { tryExecute } from '@umbraco-cms/backoffice/resources';

class FigureWordsElement extends UmbUfmElementBase {
  static properties = { alias: {} };

  #asked;

  constructor() {
    super();
    this.consumeContext(UMB_UFM_RENDER_CONTEXT, (context) => {
      this.observe(context?.value, (value) => this.#ask(this.alias && typeof value === 'object' ? value?.[this.alias] : value), 'parkbrandFigure');
    });
  }

  async #ask(figure) {
    const query = figure?.park ? `park=${figure.park}&field=${encodeURIComponent(figure.field ?? '')}` : undefined;
    if (query === this.#asked) return;
    this.#asked = query;
    if (!query) return void (this.value = '');
    const { data } = await tryExecute(this, umbHttpClient.get({ url: `/umbraco/management/api/v1/parkbrand/figure?${query}` }), { disableNotifications: true });
    if (query === this.#asked) this.value = data?.text ?? '';
  }
}
customElements.define('ufm-parkbrand-figure', FigureWordsElement);

export class FigureWordsComponent extends UmbUfmComponentBase {
  render(token) {
    return token.text ? `<ufm-parkbrand-figure ${super.getAttributes(token.text)}></ufm-parkbrand-figure>` : undefined;
  }
}
export { FigureWordsComponent as api };

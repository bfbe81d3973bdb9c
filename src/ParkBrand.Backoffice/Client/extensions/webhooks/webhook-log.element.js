import { css, html, nothing, repeat } from '@umbraco-cms/backoffice/external/lit';
import { UmbLitElement } from '@umbraco-cms/backoffice/lit-element';
import { UMB_WEBHOOK_WORKSPACE_CONTEXT } from '@umbraco-cms/backoffice/webhook';
import { paging, pagingStyles } from '../paging.js';
import { notify } from '../users/requests.js';
import { deliveries, renewSecret, replay, resume, state } from './requests.js';

const pageSize = 20;

/** What was sent to one webhook, what is to be sent and when, and its secret. */
export default class WebhookLogElement extends UmbLitElement {
  static properties = { _id: { state: true }, _state: { state: true }, _found: { state: true }, _secret: { state: true }, _failed: { state: true }, _page: { state: true } };

  constructor() {
    super();
    this._page = 1;
    this.consumeContext(UMB_WEBHOOK_WORKSPACE_CONTEXT, (context) => {
      this.observe(context?.unique, (id) => this.#open(id));
      this.observe(context?.isNew, (isNew) => { this._new = isNew; this.#load(); });
    });
  }

  #term(key, ...values) {
    return this.localize.term(`parkbrandWebhooks_${key}`, ...values);
  }

  #open(id) {
    this._id = id;
    this._secret = undefined;
    this.#load();
  }

  async #load() {
    if (!this._id || this._new !== false) return;
    const [now, found] = await Promise.all([state(this, this._id), deliveries(this, this._id, { skip: (this._page - 1) * pageSize, take: pageSize })]);
    this._failed = !now || !found;
    [this._state, this._found] = [now, found];
  }

  #toPage(page) {
    this._page = page;
    this.#load();
  }

  async #renew() {
    const told = await renewSecret(this, this._id);
    if (told) this._secret = told.secret;
  }

  async #do(action, said) {
    if (!(await action)) return;
    await notify(this, 'positive', this.#term(said));
    await this.#load();
  }

  #time(at) {
    return at ? this.localize.date(at, { dateStyle: 'medium', timeStyle: 'medium' }) : '';
  }

  render() {
    if (this._new !== false) return html`<uui-box><p>${this.#term('saveFirst')}</p></uui-box>`;
    if (this._failed) return html`<uui-box><p>${this.#term('failed')}</p><uui-button look="secondary" label=${this.#term('again')} @click=${() => this.#load()}></uui-button></uui-box>`;
    if (!this._found) return html`<uui-loader-bar></uui-loader-bar>`;
    return html`
      ${this._state.suspendedAt || this._state.heldUntil ? this.#held() : nothing}
      <uui-box headline=${this.#term('secret')}>
        <p>${this.#term('secretHint')}</p>
        ${this._secret
          ? html`<input readonly aria-label=${this.#term('secret')} .value=${this._secret} @focus=${(event) => event.target.select()}><p role="status">${this.#term('secretOnce')}</p>`
          : html`<uui-button look="outline" label=${this.#term('renew')} @click=${() => this.#renew()}></uui-button>`}
      </uui-box>
      <uui-box headline=${this.#term('log')}>
        <div slot="header-actions"><span role="status">${this.#term('count', this._found.total, this._state.waiting)}</span>
          <uui-button compact look="outline" label=${this.#term('reload')} @click=${() => this.#load()}></uui-button></div>
        ${this._found.items.length === 0 ? html`<p>${this.#term('none')}</p>` : this.#table()}
        ${paging(this.#term.bind(this), { page: this._page, total: this._found.total, size: pageSize }, (page) => this.#toPage(page))}
      </uui-box>
    `;
  }

  #held() {
    const at = this._state.suspendedAt ?? this._state.heldUntil;
    // Lost keys and a backlog have a mend of their own; of the others the receiver has to be looked at.
    const said = { secret: 'keysLost', backlog: 'overfull' }[this._state.note] ?? (this._state.suspendedAt ? 'suspended' : 'held');
    return html`<uui-box id="held">
      <p>${this.#term(said, this.#time(at), this.#term(`problem_${this._state.note ?? 'status'}`), this._state.failures)}</p>
      ${this._state.enabled ? html`<uui-button look="primary" label=${this.#term('resume')} @click=${() => this.#do(resume(this, this._id), 'resumed')}></uui-button>` : nothing}
    </uui-box>`;
  }

  #table() {
    return html`<uui-table aria-label=${this.#term('log')}>
      <uui-table-head>${['event', 'about', 'state', 'tries', 'actions'].map((column) => html`<uui-table-head-cell>${this.#term(column)}</uui-table-head-cell>`)}</uui-table-head>
      ${repeat(this._found.items, (delivery) => delivery.id, (delivery) => this.#row(delivery))}
    </uui-table>`;
  }

  #row(d) {
    return html`<uui-table-row>
      <uui-table-cell>${d.eventName}<br><small>${this.#time(d.at)}</small></uui-table-cell>
      <uui-table-cell class="words">${d.route ?? d.subjectId}</uui-table-cell>
      <uui-table-cell><uui-tag look="secondary">${this.#term(`state_${d.state}`)}</uui-tag>
        <br><small>${d.status ?? ''} ${d.problem ? this.#term(`problem_${d.problem}`) : ''}</small></uui-table-cell>
      <uui-table-cell>${d.tries}<br><small>${d.nextAt ? this.#term('next', this.#time(d.nextAt)) : this.#time(d.triedAt)}</small></uui-table-cell>
      <uui-table-cell>${d.mayReplay && this._state.enabled ? html`<uui-button look="outline" compact label=${this.#term('replay')} @click=${() => this.#do(replay(this, this._id, d.id), 'replayed')}></uui-button>` : nothing}</uui-table-cell>
    </uui-table-row>`;
  }

  static styles = [pagingStyles, css`
    :host { display: grid; gap: var(--uui-size-space-5); padding: var(--uui-size-layout-1); }
    p { margin: 0 0 var(--uui-size-space-3); max-inline-size: 60em; }
    #held { border-inline-start: 4px solid var(--uui-color-danger); }
    input { inline-size: 100%; box-sizing: border-box; padding: 9px; font: 0.9em monospace; color: inherit; background: var(--uui-color-surface-alt); border: 1px solid var(--uui-color-border); }
    uui-table-head-cell { white-space: nowrap; }
    uui-table-cell { vertical-align: top; padding-block: var(--uui-size-space-3); }
    .words { overflow-wrap: anywhere; }
    small, [role='status'] { color: var(--uui-color-text-alt); }
    uui-tag { color: var(--uui-color-text); }
  `];
}
customElements.define('parkbrand-webhook-log', WebhookLogElement);

import { css, html, nothing, repeat } from '@umbraco-cms/backoffice/external/lit';
import { UmbLitElement } from '@umbraco-cms/backoffice/lit-element';
import { paging, pagingStyles } from '../paging.js';
import { notify } from '../users/requests.js';
import { list, settle } from './requests.js';

const pageSize = 20;
const states = ['open', 'done'];
const kinds = ['unanswered', 'unhelpful'];

export default class QuestionsElement extends UmbLitElement {
  static properties = { _found: { state: true }, _failed: { state: true }, _page: { state: true }, _state: { state: true } };

  #kind = '';
  #asked = 0;

  constructor() {
    super();
    this._page = 1;
    this._state = 'open';
  }

  firstUpdated() {
    this.#load();
  }

  #term(key, ...values) {
    return this.localize.term(`parkbrandQuestions_${key}`, ...values);
  }

  async #load() {
    const asked = ++this.#asked;
    const found = await list(this, { state: this._state, kind: this.#kind || undefined, skip: (this._page - 1) * pageSize, take: pageSize });
    if (asked !== this.#asked) return;
    this._failed = !found;
    // The last one of a page is gone when it is done.
    if (found && found.items.length === 0 && this._page > 1) this.#toPage(this._page - 1);
    else this._found = found;
  }

  #narrow({ state = this._state, kind = this.#kind }) {
    [this._state, this.#kind] = [state, kind];
    this.#toPage(1);
  }

  #toPage(page) {
    this._page = page;
    this.#load();
  }

  async #settle({ id, question }) {
    const done = this._state === 'open';
    if (!(await settle(this, id, done))) return;
    await notify(this, 'positive', this.#term(done ? 'settled' : 'reopened', question));
    await this.#load();
  }

  render() {
    return html`
      <p>${this.#term('intro')}</p>
      <div id="bar">
        ${this.#choice('states', states.map((value) => ({ value, name: this.#term(`state_${value}`) })), this._state, (state) => this.#narrow({ state }))}
        ${this.#choice('kinds', [{ value: '', name: this.#term('kinds') }, ...kinds.map((value) => ({ value, name: this.#term(`kind_${value}`) }))], this.#kind, (kind) => this.#narrow({ kind }))}
        <span role="status">${this._found ? html`${this.#term('count', this._found.total)} <small>${this.#term('helpful', this._found.helpful)}</small>` : nothing}</span>
      </div>
      ${this.#content()}
      ${this._found ? paging(this.#term.bind(this), { page: this._page, total: this._found.total, size: pageSize }, (page) => this.#toPage(page)) : nothing}
    `;
  }

  #choice(label, options, chosen, change) {
    return html`<uui-select label=${this.#term(label)} .options=${options.map((option) => ({ ...option, selected: option.value === chosen }))} @change=${(event) => change(event.target.value)}></uui-select>`;
  }

  #content() {
    if (this._failed) return html`<uui-box><p class="empty">${this.#term('failed')}</p><uui-button look="secondary" label=${this.#term('again')} @click=${() => this.#load()}></uui-button></uui-box>`;
    if (!this._found) return html`<uui-loader-bar></uui-loader-bar>`;
    if (this._found.items.length === 0) return html`<uui-box><p class="empty">${this.#term(`none_${this._state}`)}</p></uui-box>`;
    return html`
      <uui-box class="table"><uui-table aria-label=${this.#term('section')}>
        <uui-table-head>${['question', 'why', 'times', 'lastAt', this._state === 'open' ? 'actions' : 'doneBy'].map((column) => html`<uui-table-head-cell>${this.#term(column)}</uui-table-head-cell>`)}</uui-table-head>
        ${repeat(this._found.items, (question) => question.id, (question) => this.#row(question))}
      </uui-table></uui-box>
    `;
  }

  #row(question) {
    return html`
      <uui-table-row>
        <uui-table-cell class="words"><b lang=${question.culture}>${question.question}</b>${question.comment ? html`<br />“${question.comment}”` : nothing}
          <br /><a href=${question.url} target="_blank" rel="noopener">${this.#term('ask')}</a></uui-table-cell>
        <uui-table-cell><uui-tag look="secondary">${this.#term(`kind_${question.kind}`)}</uui-tag><br /><small>${this.#term(`status_${question.status}`)}${question.reason ? html`<br />${this.#term(`reason_${question.reason}`)}` : nothing}</small></uui-table-cell>
        <uui-table-cell>${question.times}</uui-table-cell>
        <uui-table-cell>${this.localize.date(question.lastAt, { dateStyle: 'medium', timeStyle: 'short' })}</uui-table-cell>
        <uui-table-cell>${question.doneBy ? html`${question.doneBy}<br /><small>${this.localize.date(question.doneAt, { dateStyle: 'medium' })}</small><br />` : nothing}
          ${this._found.maySettle ? html`<uui-button look=${this._state === 'open' ? 'primary' : 'outline'} compact label=${this.#term(this._state === 'open' ? 'settle' : 'reopen')} @click=${() => this.#settle(question)}></uui-button>` : nothing}</uui-table-cell>
      </uui-table-row>
    `;
  }

  static styles = [pagingStyles, css`
    :host { display: block; padding: var(--uui-size-layout-1); }
    p { margin-block-start: 0; max-inline-size: 60em; }
    #bar { display: flex; flex-wrap: wrap; align-items: center; gap: var(--uui-size-space-4); margin-block-end: var(--uui-size-space-4); }
    #bar span { flex: 1; color: var(--uui-color-text-alt); }
    .table { --uui-box-default-padding: 0; overflow-x: auto; }
    uui-table-head-cell { white-space: nowrap; }
    uui-table-cell { vertical-align: top; padding-block: var(--uui-size-space-4); }
    .words { min-inline-size: 16em; overflow-wrap: anywhere; }
    a { color: #0b6b70; }
    uui-tag { color: var(--uui-color-text); }
    .empty { margin: 0; }
    small { color: var(--uui-color-text-alt); }
  `];
}
customElements.define('parkbrand-questions', QuestionsElement);

import { css, html, nothing, repeat } from '@umbraco-cms/backoffice/external/lit';
import { UmbLitElement } from '@umbraco-cms/backoffice/lit-element';
import { umbOpenModal } from '@umbraco-cms/backoffice/modal';
import { paging, pagingStyles } from '../paging.js';
import { stateColor, stateOf, states } from './account.js';
import { groups, list, namesOf } from './requests.js';

const pageSize = 20;
const columns = ['name', 'userName', 'groups', 'park', 'state', 'twoFactor', 'lastSignIn'];

export default class UsersElement extends UmbLitElement {
  static properties = { _users: { state: true }, _total: { state: true }, _failed: { state: true }, _page: { state: true } };

  #filter = '';
  #group = '';
  #state = '';
  #groupNames = {};
  #parks = {};
  #typing;
  #asked = 0;

  constructor() {
    super();
    this._page = 1;
    this._total = 0;
  }

  firstUpdated() {
    this.#load();
  }

  #term(key, ...values) {
    return this.localize.term(`parkbrandUsers_${key}`, ...values);
  }

  async #load() {
    const asked = ++this.#asked;
    if (Object.keys(this.#groupNames).length === 0) this.#groupNames = Object.fromEntries(((await groups(this)) || []).map?.((group) => [group.alias, group.name]) ?? []);
    const answer = await list(this, { filter: this.#filter || undefined, group: this.#group || undefined, state: this.#state || undefined, skip: (this._page - 1) * pageSize, take: pageSize });
    // While somebody types, only the last answer counts.
    if (asked !== this.#asked) return;
    this._failed = !answer;
    if (!answer) return;
    const nodes = [...new Set(answer.items.map((user) => user.startNode).filter(Boolean))];
    this.#parks = { ...this.#parks, ...(await namesOf(this, nodes.filter((id) => !(id in this.#parks)))) };
    this._total = answer.total;
    this._users = answer.items;
  }

  #search(event) {
    this.#filter = event.target.value.trim();
    this._page = 1;
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => this.#load(), 250);
  }

  #narrow(part) {
    ({ group: this.#group = this.#group, state: this.#state = this.#state } = part);
    this._page = 1;
    this.#load();
  }

  async #open(id) {
    await umbOpenModal(this, 'ParkBrand.Modal.User', { modal: { type: 'sidebar', size: 'medium' }, data: { id } }).catch(() => undefined);
    await this.#load();
  }

  #toPage(page) {
    this._page = page;
    this.#load();
  }

  render() {
    return html`
      <div id="bar">
        <uui-input id="search" type="search" label=${this.#term('search')} placeholder=${this.#term('search')} @input=${this.#search}><uui-icon name="search" slot="prepend"></uui-icon></uui-input>
        ${this.#choice('allGroups', Object.entries(this.#groupNames).map(([value, name]) => ({ value, name })), this.#group, (group) => this.#narrow({ group }))}
        ${this.#choice('allStates', states.map((value) => ({ value, name: this.#term(`state_${value}`) })), this.#state, (state) => this.#narrow({ state }))}
        <span role="status">${this._users ? this.#term('count', this._total) : nothing}</span>
        <uui-button look="primary" label=${this.#term('invite')} @click=${() => this.#open()}></uui-button>
      </div>
      ${this.#content()}
      ${paging(this.#term.bind(this), { page: this._page, total: this._total, size: pageSize }, (page) => this.#toPage(page))}
    `;
  }

  #choice(all, options, chosen, change) {
    const label = this.#term(all);
    return html`<uui-select label=${label} .options=${[{ value: '', name: label }, ...options].map((option) => ({ ...option, selected: option.value === chosen }))}
      @change=${(event) => change(event.target.value)}></uui-select>`;
  }

  #content() {
    if (this._failed) return html`<uui-box><p class="empty">${this.#term('failed')}</p><uui-button look="secondary" label=${this.#term('again')} @click=${() => this.#load()}></uui-button></uui-box>`;
    if (!this._users) return html`<uui-loader-bar></uui-loader-bar>`;
    if (this._users.length === 0) return html`<uui-box><p class="empty">${this.#term('none')}</p></uui-box>`;
    return html`
      <uui-box class="table"><uui-table aria-label=${this.#term('section')}>
        <uui-table-head>${columns.map((column) => html`<uui-table-head-cell>${this.#term(column)}</uui-table-head-cell>`)}</uui-table-head>
        ${repeat(this._users, (user) => user.id, (user) => this.#row(user))}
      </uui-table></uui-box>
    `;
  }

  #row(user) {
    const state = stateOf(user);
    return html`
      <uui-table-row>
        <uui-table-cell><button @click=${() => this.#open(user.id)}>${user.name}</button>${user.isYou ? html` <small>${this.#term('you')}</small>` : nothing}</uui-table-cell>
        <uui-table-cell>${user.userName}</uui-table-cell>
        <uui-table-cell>${user.groups.map((alias) => this.#groupNames[alias] ?? alias).join(this.#term('comma'))}</uui-table-cell>
        <uui-table-cell>${user.startNode ? (this.#parks[user.startNode] ?? this.#term('gone')) : '–'}</uui-table-cell>
        <uui-table-cell><uui-tag look="secondary" color=${stateColor[state]}>${this.#term(`state_${state}`)}</uui-tag></uui-table-cell>
        <uui-table-cell>${this.#term(user.twoFactor ? 'on' : 'off')}</uui-table-cell>
        <uui-table-cell>${user.lastSignedInAt ? this.localize.date(user.lastSignedInAt, { dateStyle: 'medium', timeStyle: 'short' }) : this.#term('never')}</uui-table-cell>
      </uui-table-row>
    `;
  }

  static styles = [pagingStyles, css`
    :host { display: block; padding: var(--uui-size-layout-1); }
    #bar { display: flex; flex-wrap: wrap; align-items: center; gap: var(--uui-size-space-4); margin-block-end: var(--uui-size-space-4); }
    #search { flex: 0 1 360px; }
    #search uui-icon { margin-inline-start: var(--uui-size-space-3); }
    #bar span { flex: 1; color: var(--uui-color-text-alt); }
    .table { --uui-box-default-padding: 0; overflow-x: auto; }
    uui-table-head-cell, uui-table-cell { white-space: nowrap; }
    button { padding: 0; font: inherit; font-weight: 700; color: #0b6b70; background: none; border: 0; cursor: pointer; text-align: start; }
    button:hover { text-decoration: underline; }
    button:focus-visible { outline: 2px solid var(--uui-color-focus); outline-offset: 2px; }
    .empty { margin: 0 0 var(--uui-size-space-3); }
    uui-tag[color='warning'] { color: #6b5200; }
    uui-tag[color='default'] { color: var(--uui-color-text-alt); }
    small { color: var(--uui-color-text-alt); }
  `];
}
customElements.define('parkbrand-users', UsersElement);

import { css, html, nothing } from '@umbraco-cms/backoffice/external/lit';
import { UmbModalBaseElement, umbConfirmModal } from '@umbraco-cms/backoffice/modal';
import { actionsFor, problemOf, stateColor, stateOf } from './account.js';
import { act, groups, invite, notify, one, setRights } from './requests.js';
import './one-time-link.element.js';
import '@umbraco-cms/backoffice/document';

/** One account with what may be done to it, or the invitation of a new one. Data: `{ id }`, none for an invitation. */
export default class UserModalElement extends UmbModalBaseElement {
  static properties = { _answer: { state: true }, _groups: { state: true }, _form: { state: true }, _link: { state: true }, _busy: { state: true }, _problem: { state: true }, _id: { state: true } };

  firstUpdated() {
    this._id = this.data?.id;
    this._form = { groups: [] };
    this.#load();
  }

  #term(key, ...values) {
    return this.localize.term(`parkbrandUsers_${key}`, ...values);
  }

  get #user() {
    return this._answer?.user;
  }

  async #load() {
    const known = this._groups ?? (await groups(this));
    const answer = this._id ? await one(this, this._id) : undefined;
    if (!known || (this._id && !answer)) return this._rejectModal();
    this._groups = known;
    this._answer = answer;
    if (answer) this._form = { groups: [...answer.user.groups], startNode: answer.user.startNode ?? undefined };
  }

  #change(part) {
    this._form = { ...this._form, ...part };
    this._problem = undefined;
  }

  #toggle(alias, chosen) {
    this.#change({ groups: chosen ? [...this._form.groups, alias] : this._form.groups.filter((group) => group !== alias) });
  }

  async #save() {
    this._problem = problemOf({ ...this._form, isNew: !this._id }, this._groups) ?? undefined;
    if (this._problem) return;
    const { name, userName, email, groups: chosen, startNode } = this._form;
    const rights = { groups: chosen, startNode: startNode ?? null, mediaStartNode: this.#user?.mediaStartNode ?? null };
    this._busy = true;
    const done = this._id ? await setRights(this, this._id, rights) : await invite(this, { userName: userName.trim(), name: name.trim(), email: email?.trim() || null, ...rights });
    this._busy = false;
    if (!done) return;
    if (this._id) return (await notify(this, 'positive', this.#term('saved')), this._submitModal());
    this._id = done.id;
    this._link = done;
    await this.#load();
  }

  async #act(action) {
    const { name } = this.#user;
    if (action.asks) {
      const agreed = await umbConfirmModal(this, {
        headline: this.#term(action.name), content: html`${this.#term(`${action.name}Ask`, name)}`, confirmLabel: this.#term(action.name), cancelLabel: this.localize.term('general_cancel'), color: action.danger ? 'danger' : 'positive',
      }).then(() => true, () => false);
      if (!agreed) return;
    }
    this._busy = true;
    const done = await act(this, this._id, action.path);
    this._busy = false;
    if (!done) return;
    // A disabled account's links are dead; other actions leave the one on the screen as it is.
    if (done.link || action.name === 'disable') this._link = done.link ? done : undefined;
    await notify(this, 'positive', this.#term(`${action.name}Done`, name));
    await this.#load();
  }

  render() {
    const ready = this._groups && (!this._id || this.#user);
    const headline = this.#user?.name ?? this.#term(this.data?.id ? 'account' : 'invite');
    return html`
      <umb-body-layout headline=${headline}>
        ${ready ? html`<div id="main">
          ${this._link ? html`<parkbrand-one-time-link .link=${this._link}></parkbrand-one-time-link>` : nothing}
          ${this.#user ? this.#status() : this.#person()} ${this.#rights()} ${this.#user ? this.#trail() : nothing}
        </div>` : html`<uui-loader-bar></uui-loader-bar>`}
        <div slot="actions">
          ${this._problem ? html`<span id="problem" role="alert">${this.#term(this._problem)}</span>` : nothing}
          <uui-button look="secondary" label=${this.localize.term('general_close')} @click=${() => this._rejectModal()}></uui-button>
          <uui-button look="primary" ?disabled=${!ready || this._busy} label=${this.#term(this._id ? 'saveRights' : 'makeInvitation')} @click=${this.#save}></uui-button>
        </div>
      </umb-body-layout>
    `;
  }

  #person() {
    const field = (key, property, required) => html`
      <umb-property-layout orientation="vertical" label=${this.#term(key)} description=${this.#term(`${key}Hint`)} ?mandatory=${required}>
        <uui-input slot="editor" label=${this.#term(key)} .value=${this._form[property] ?? ''} autocomplete="off" ?required=${required} @input=${(event) => this.#change({ [property]: event.target.value })}></uui-input>
      </umb-property-layout>`;
    return html`<uui-box headline-variant="h4" headline=${this.#term('person')}>${field('name', 'name', true)} ${field('userName', 'userName', true)} ${field('email', 'email', false)}</uui-box>`;
  }

  #rights() {
    return html`
      <uui-box headline-variant="h4" headline=${this.#term('rights')}>
        <umb-property-layout orientation="vertical" label=${this.#term('groups')} description=${this.#term('groupsHint')} mandatory><div slot="editor" class="groups" role="group" aria-label=${this.#term('groups')}>
          ${this._groups.map((group) => html`<uui-checkbox label=${group.name} ?checked=${this._form.groups.includes(group.alias)} @change=${(event) => this.#toggle(group.alias, event.target.checked)}>
            ${group.name}${group.ownStartNode ? html` <small>${this.#term('ownOnly')}</small>` : nothing}</uui-checkbox>`)}
        </div></umb-property-layout>
        <umb-property-layout orientation="vertical" label=${this.#term('park')} description=${this.#term('parkHint')}>
          <umb-input-document slot="editor" .max=${1} .selection=${this._form.startNode ? [this._form.startNode] : []} @change=${(event) => this.#change({ startNode: event.target.selection[0] })}></umb-input-document>
        </umb-property-layout>
      </uui-box>
    `;
  }

  #status() {
    const user = this.#user;
    const state = stateOf(user);
    const time = (at) => this.localize.date(at, { dateStyle: 'medium', timeStyle: 'short' });
    const facts = [
      ['userName', user.userName], ['email', user.email ?? '–'],
      ['state', html`<uui-tag look="secondary" color=${stateColor[state]}>${this.#term(`state_${state}`)}</uui-tag>${state === 'locked' ? html` ${this.#term('lockedUntil', time(user.lockedUntil))}` : nothing}`],
      ['twoFactor', this.#term(user.twoFactor ? 'on' : 'off')], ['lastSignIn', user.lastSignedInAt ? time(user.lastSignedInAt) : this.#term('never')], ['created', time(user.createdAt)],
    ];
    return html`
      <uui-box headline-variant="h4" headline=${this.#term('account')}>
        <dl>${facts.map(([key, value]) => html`<dt>${this.#term(key)}</dt><dd>${value}</dd>`)}</dl>
        <div id="acts">${actionsFor(user).map((action) => html`<uui-button look="outline" color=${action.danger ? 'danger' : 'default'} ?disabled=${this._busy} label=${this.#term(action.name)} @click=${() => this.#act(action)}></uui-button>`)}</div>
      </uui-box>
    `;
  }

  #trail() {
    const { sessions, trail } = this._answer;
    const time = (at) => this.localize.date(at, { dateStyle: 'short', timeStyle: 'short' });
    const actor = (name) => this.localize.termOrDefault(`parkbrandUsers_actor_${name.replaceAll(' ', '_')}`, name);
    const verb = (action) => this.localize.termOrDefault(`parkbrandUsers_did_${action}`, action);
    return html`
      <uui-box headline-variant="h4" headline=${this.#term('sessions')}>
        ${sessions.length === 0 ? html`<p>${this.#term('noSessions')}</p>` : html`<ul>${sessions.map((session) => html`<li>${session.agent === '?' ? this.#term('unknownBrowser') : session.agent} · ${this.#term('lastUsed', time(session.lastUsedAt))}</li>`)}</ul>`}
      </uui-box>
      <uui-box headline-variant="h4" headline=${this.#term('trail')}><ul>${trail.slice(0, 20).map((entry) => html`<li><time>${time(entry.at)}</time> ${actor(entry.actor)} <b>${verb(entry.action)}</b></li>`)}</ul></uui-box>
    `;
  }

  static styles = css`
    #main { display: grid; gap: var(--uui-size-space-5); }
    umb-property-layout { padding-block: var(--uui-size-space-3); }
    dl { display: grid; grid-template-columns: max-content 1fr; gap: 6px var(--uui-size-space-5); margin: 0; }
    dt { color: var(--uui-color-text-alt); }
    dd { margin: 0; overflow-wrap: anywhere; }
    #acts { display: flex; flex-wrap: wrap; gap: var(--uui-size-space-2); margin-block-start: var(--uui-size-space-4); }
    .groups { display: grid; }
    uui-input { inline-size: 100%; }
    uui-tag[color='warning'] { color: #6b5200; }
    uui-tag[color='default'] { color: var(--uui-color-text-alt); }
    ul { margin: 0; padding: 0; list-style: none; line-height: 1.9; }
    p { margin: 0; }
    time, small { color: var(--uui-color-text-alt); }
    #problem { margin-inline-end: var(--uui-size-space-3); color: var(--uui-color-invalid-standalone); }
  `;
}
customElements.define('parkbrand-user-modal', UserModalElement);

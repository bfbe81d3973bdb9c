import { css, html, nothing } from '@umbraco-cms/backoffice/external/lit';
import { UMB_DOCUMENT_WORKSPACE_CONTEXT } from '@umbraco-cms/backoffice/document';
import { umbHttpClient } from '@umbraco-cms/backoffice/http-client';
import { UmbLitElement } from '@umbraco-cms/backoffice/lit-element';
import { UMB_MANAGEMENT_API_SERVER_EVENT_CONTEXT } from '@umbraco-cms/backoffice/management-api';
import { UMB_MODAL_MANAGER_CONTEXT, umbConfirmModal } from '@umbraco-cms/backoffice/modal';
import { UMB_NOTIFICATION_CONTEXT } from '@umbraco-cms/backoffice/notification';
import { tryExecute } from '@umbraco-cms/backoffice/resources';
import { mayReload, newer } from './newer.js';

const api = '/umbraco/management/api/v1';
// One's own save is told too, often before its answer is here.
const patience = 1200;

/** Says in an open document that somebody else has saved it; what was typed here stays until it is given up. */
export default class SavedElsewhereElement extends UmbLitElement {
  static properties = { _news: { state: true } };

  #workspace;
  #notifications;
  #modals = [];
  #asked = 0;
  #typed = false;

  constructor() {
    super();
    this.consumeContext(UMB_DOCUMENT_WORKSPACE_CONTEXT, (workspace) => {
      this.#workspace = workspace;
      this.observe(workspace?.persistedData, (shown) => {
        this.#typed = false;
        if (this._news && !(this._news.stamp > (newer(undefined, shown) ?? ''))) this._news = undefined;
      }, 'parkbrandShown');
    });
    this.consumeContext(UMB_NOTIFICATION_CONTEXT, (context) => { this.#notifications = context; });
    this.consumeContext(UMB_MODAL_MANAGER_CONTEXT, (context) => this.observe(context?.modals, (modals) => { this.#modals = modals ?? []; }, 'parkbrandModals'));
    this.consumeContext(UMB_MANAGEMENT_API_SERVER_EVENT_CONTEXT, (context) => {
      this.observe(context?.byEventSourcesAndEventTypes(['Umbraco:CMS:Document'], ['Updated']), (event) => { if (event?.key && event.key === this.#workspace?.getUnique()) this.#look(patience); }, 'parkbrandEvents');
    });
  }

  connectedCallback() {
    super.connectedCallback();
    document.addEventListener('visibilitychange', this.#back);
    document.addEventListener('input', this.#writes, true);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.#back);
    document.removeEventListener('input', this.#writes, true);
  }

  // A computer that slept has missed what was told.
  #back = () => { if (document.visibilityState === 'visible') this.#look(0); };

  #writes = () => { this.#typed = true; };

  async #look(wait) {
    const asked = ++this.#asked;
    await new Promise((resolve) => { setTimeout(resolve, wait); });
    const id = this.#workspace?.getUnique();
    if (asked !== this.#asked || !id || this.#workspace.getIsNew()) return;
    const stored = await this.#get(`document/${id}`);
    const stamp = stored && this.#workspace.getUnique() === id && asked === this.#asked ? newer(this.#workspace.getPersistedData(), stored) : undefined;
    if (!stamp) return;
    const news = { stamp, ...(await this.#who(id)) };
    if (mayReload({ changed: this.#workspace.getHasUnpersistedChanges(), typed: this.#typed, dialogs: this.#modals.length })) {
      await this.#workspace.reload();
      this.#notifications?.peek('default', { data: { message: this.localize.term('parkbrandDocuments_reloaded', news.name, news.time) } });
    } else this._news = news;
  }

  async #who(id) {
    const version = (await this.#get(`document-version?documentId=${id}&take=1`))?.items?.[0];
    const user = version && (await this.#get(`item/user?id=${version.user.id}`))?.[0];
    return { name: user?.name ?? this.localize.term('parkbrand_system'), time: this.localize.date(version?.versionDate ?? new Date(), { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }) };
  }

  async #get(path) {
    return (await tryExecute(this, umbHttpClient.get({ url: `${api}/${path}` }), { disableNotifications: true })).data;
  }

  async #load() {
    if (this.#workspace.getHasUnpersistedChanges()) {
      try {
        await umbConfirmModal(this, { headline: '#parkbrandDocuments_loadNew', content: '#parkbrandDocuments_giveUp', confirmLabel: '#parkbrandDocuments_loadNew', color: 'danger' });
      } catch {
        return;
      }
    }
    await this.#workspace.reload();
    this._news = undefined;
  }

  render() {
    if (!this._news) return nothing;
    return html`<div role="status">
      <uui-icon name="icon-alert"></uui-icon>
      <span>${this.localize.term('parkbrandDocuments_saved', this._news.name, this._news.time)}</span>
      <uui-button look="outline" label=${this.localize.term('parkbrandDocuments_loadNew')} @click=${() => this.#load()}></uui-button>
    </div>`;
  }

  static styles = css`
    div {
      position: absolute; inset-inline: 0; inset-block-end: var(--umb-footer-layout-height, 54px); z-index: 1;
      display: flex; align-items: center; gap: var(--uui-size-space-4); padding: var(--uui-size-space-2) var(--uui-size-layout-1);
      background: var(--uui-color-warning); color: var(--uui-color-warning-contrast);
    }
    span { flex: 1; }
    uui-button { --uui-button-background-color: var(--uui-color-surface); }
  `;
}
customElements.define('parkbrand-saved-elsewhere', SavedElsewhereElement);

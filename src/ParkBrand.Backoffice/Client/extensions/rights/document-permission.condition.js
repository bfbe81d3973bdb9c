// In the place of the package's: it knows verbs of a person, we know rights in a document, which depend on its type and place. The server says them.
import { UMB_CURRENT_USER_CONTEXT } from '@umbraco-cms/backoffice/current-user';
import { UMB_ENTITY_CONTEXT } from '@umbraco-cms/backoffice/entity';
import { UmbConditionBase } from '@umbraco-cms/backoffice/extension-registry';
import { observeMultiple } from '@umbraco-cms/backoffice/observable-api';
import { holds, rightsIn } from './document-rights.js';

export class UmbDocumentUserPermissionCondition extends UmbConditionBase {
  #user;
  #unique;
  #asked = 0;

  constructor(host, args) {
    super(host, args);
    this.consumeContext(UMB_CURRENT_USER_CONTEXT, (context) => {
      this.observe(context?.currentUser, (user) => { this.#user = user; this.#check(); }, 'parkbrandUser');
    });
    this.consumeContext(UMB_ENTITY_CONTEXT, (context) => {
      if (!context) return;
      this.observe(observeMultiple([context.entityType, context.unique]), ([type, unique]) => { this.#unique = type ? unique : undefined; this.#check(); }, 'parkbrandEntity');
    });
  }

  async #check() {
    if (this.#unique === undefined) return;
    const asked = ++this.#asked;
    if (!this.#user) return void (this.permitted = false);
    const general = this.#user.fallbackPermissions ?? [];
    // What nobody of this person's groups may do anywhere needs no question.
    if (this.#unique === null || !holds(this.config, general)) return void (this.permitted = holds(this.config, general));
    const verbs = (await rightsIn(this, this.#unique)) ?? general;
    if (asked === this.#asked) this.permitted = holds(this.config, verbs);
  }
}
export { UmbDocumentUserPermissionCondition as api };

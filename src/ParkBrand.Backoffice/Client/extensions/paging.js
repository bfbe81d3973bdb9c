import { css, html, nothing } from '@umbraco-cms/backoffice/external/lit';
import { pageCount } from './users/account.js';

// The bar below a list that has more than one page. term: the element's own wording of pages, page, previousPage, nextPage.
export const paging = (term, { page, total, size }, toPage) => {
  const count = pageCount(total, size);
  return count <= 1 ? nothing : html`<nav aria-label=${term('pages')}>
    <uui-button look="outline" label=${term('previousPage')} ?disabled=${page <= 1} @click=${() => toPage(page - 1)}></uui-button>
    <span>${term('page', page, count)}</span>
    <uui-button look="outline" label=${term('nextPage')} ?disabled=${page >= count} @click=${() => toPage(page + 1)}></uui-button>
  </nav>`;
};

export const pagingStyles = css`
  nav { display: flex; align-items: center; justify-content: center; gap: var(--uui-size-space-4); margin-block-start: var(--uui-size-space-4); }
`;

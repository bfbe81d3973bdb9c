import { css } from '@umbraco-cms/backoffice/external/lit';

export const styles = css`
  :host { display: block; max-inline-size: 520px; }
  svg { display: block; inline-size: 100%; background: var(--uui-color-surface); border: 1px solid var(--uui-color-border); cursor: crosshair; touch-action: manipulation; }
  svg:focus-visible { outline: 2px solid var(--uui-color-focus); outline-offset: 2px; }
  :host([readonly]) svg { cursor: default; }
  .plate rect { fill: #f1efe9; stroke: #dad8d1; }
  .plate.here rect { fill: #e3ecea; stroke: #0b6b70; }
  .plate:hover rect { stroke: #0b6b70; }
  text { font-size: 11px; fill: #16222b; pointer-events: none; }
  .mark { pointer-events: none; }
  .mark rect { fill: #b84115; }
  .mark .halo { fill: #fff; }
  #near { margin: 6px 0; color: var(--uui-color-text-alt); }
  #fields { display: flex; flex-wrap: wrap; gap: 12px; align-items: end; margin-block-end: 6px; }
  label span { display: block; font-size: 12px; }
  input { font: inherit; box-sizing: border-box; block-size: 33px; inline-size: 11em; padding: 0 9px; border: 1px solid var(--uui-color-border); background: var(--uui-color-surface); }
  input:focus-visible { outline: 2px solid var(--uui-color-focus); }
  small { color: var(--uui-color-text-alt); }
`;

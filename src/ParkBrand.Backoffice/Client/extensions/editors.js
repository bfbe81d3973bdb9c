// The property editors that umbraco.json names and the package does not have.
const editor = (name, icon, element) => ({
  type: 'propertyEditorUi',
  alias: `ParkBrand.PropertyEditorUi.${name}`,
  name: `ParkBrand ${name}`,
  element,
  meta: { label: name, propertyEditorSchemaAlias: `ParkBrand.${name}`, icon, group: 'common', supportsReadOnly: true },
});

export const editors = [
  editor('GeoPosition', 'icon-map-location', () => import('./geo-position/geo-position.element.js')),
  editor('LiveFigure', 'icon-chart', () => import('./live-figure/live-figure.element.js')),
  editor('UrlSegment', 'icon-link', () => import('./url-segment/url-segment.element.js')),
];

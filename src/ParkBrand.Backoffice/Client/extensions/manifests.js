// What extensions with a section and texts of their own register alike.

export const texts = (area, chinese, english) => [['ZhCn', 'zh-CN', chinese], ['EnUs', 'en-US', english], ['En', 'en', english]].map(([name, culture, js]) =>
  ({ type: 'localization', alias: `ParkBrand.Localization.${area}.${name}`, name: `ParkBrand ${area.toLowerCase()} ${culture}`, weight: 1, meta: { culture }, js }));

// Whom a user group lets into it sees it.
export const sectionFor = (alias, name, weight, label, pathname) =>
  ({ type: 'section', alias, name, weight, meta: { label, pathname }, conditions: [{ alias: 'Umb.Condition.SectionUserPermission', match: alias }] });

// What a section opens with.
export const dashboardIn = (section, alias, name, element, label, pathname) =>
  ({ type: 'dashboard', alias, name, element, meta: { label, pathname }, conditions: [{ alias: 'Umb.Condition.SectionAlias', match: section }] });

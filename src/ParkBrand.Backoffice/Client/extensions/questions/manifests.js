// What visitors asked the assistant in vain, as tasks, over routes of our own.
const section = 'ParkBrand.Section.Questions';

const texts = (name, culture, js) => ({ type: 'localization', alias: `ParkBrand.Localization.Questions.${name}`, name: `ParkBrand questions ${culture}`, weight: 1, meta: { culture }, js });

export const questions = [
  texts('ZhCn', 'zh-CN', () => import('./zh-CN.js')),
  texts('EnUs', 'en-US', () => import('./en-US.js')),
  texts('En', 'en', () => import('./en-US.js')),
  {
    type: 'section',
    alias: section,
    name: 'ParkBrand Questions',
    weight: 650,
    meta: { label: '#parkbrandQuestions_section', pathname: 'questions' },
    conditions: [{ alias: 'Umb.Condition.SectionUserPermission', match: section }],
  },
  {
    type: 'dashboard',
    alias: 'ParkBrand.Dashboard.Questions',
    name: 'ParkBrand Questions',
    element: () => import('./questions.element.js'),
    meta: { label: '#parkbrandQuestions_section', pathname: 'open' },
    conditions: [{ alias: 'Umb.Condition.SectionAlias', match: section }],
  },
];

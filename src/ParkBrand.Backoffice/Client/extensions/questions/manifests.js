// What visitors asked the assistant in vain, as tasks, over routes of our own.
import { dashboardIn, sectionFor, texts } from '../manifests.js';

const section = 'ParkBrand.Section.Questions';

export const questions = [
  ...texts('Questions', () => import('./zh-CN.js'), () => import('./en-US.js')),
  sectionFor(section, 'ParkBrand Questions', 650, '#parkbrandQuestions_section', 'questions'),
  dashboardIn(section, 'ParkBrand.Dashboard.Questions', 'ParkBrand Questions', () => import('./questions.element.js'), '#parkbrandQuestions_section', 'open'),
];

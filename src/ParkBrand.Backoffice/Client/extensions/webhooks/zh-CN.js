import { dictionary } from '../localization/dictionary.js';
import texts from './zh-CN.json' with { type: 'json' };

export default dictionary(texts);

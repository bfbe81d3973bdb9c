import { dictionary, labelTexts } from './dictionary.js';
import labels from './labels.json';
import texts from './zh-CN.json';
import { phrases } from './phrases.zh-CN.js';

export default dictionary(texts, labelTexts(labels, (_, chinese) => chinese), phrases);

import { dictionary, labelTexts } from './dictionary.js';
import labels from './labels.json' with { type: 'json' };
import texts from './zh-CN.json' with { type: 'json' };
import { phrases } from './phrases.zh-CN.js';

export default dictionary(texts, labelTexts(labels, (_, chinese) => chinese), phrases);

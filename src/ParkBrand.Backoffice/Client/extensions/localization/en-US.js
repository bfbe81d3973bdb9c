import { dictionary, labelTexts } from './dictionary.js';
import labels from './labels.json';
import texts from './en-US.json';

export default dictionary(texts, labelTexts(labels, (english) => english));

import { dictionary } from '../localization/dictionary.js';
import texts from './en-US.json' with { type: 'json' };

export default dictionary(texts);

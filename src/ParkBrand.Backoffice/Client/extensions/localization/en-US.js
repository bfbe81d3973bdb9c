import { dictionary, labelTexts } from './dictionary.js';
import labels from './labels.json' with { type: 'json' };
import texts from './en-US.json' with { type: 'json' };

// What depends on a value.
const phrases = {
  user_createUserDescription: () => 'Create a user who can then sign in here. A password is generated that you hand over.',
};

export default dictionary(texts, phrases, labelTexts(labels, (english) => english));

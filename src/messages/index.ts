import type { Language } from '../text/language.ts';
import { messages as en } from './en/index.ts';
import { messages as ja } from './ja/index.ts';
import type { Messages } from './messages.ts';

const messages: Readonly<Record<Language, Messages>> = { ja, en };

export function messagesFor(language: Language): Messages {
  return messages[language];
}

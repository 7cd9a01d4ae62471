import type { Language } from '../text/language.ts';
import { messages as en } from './en/index.ts';
import { messages as ja } from './ja/index.ts';
import type { Messages } from './messages.ts';

export function messagesFor(language: Language): Messages {
  return language === 'ja' ? ja : en;
}

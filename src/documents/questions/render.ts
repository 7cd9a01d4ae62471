import { messagesFor } from '../../messages/index.ts';
import { code, inlineText, plainLine } from '../../text/escape.ts';
import { joining, type Language } from '../../text/language.ts';
import type { Mail, Question } from './questions.ts';

/** Mail bodies to paste, one for each party; `site: null` in a mail leaves the site unnamed. */
export function renderQuestions(
  mails: readonly Mail[],
  format: 'markdown' | 'text',
  language: Language,
  nothing: string,
): string {
  if (mails.length === 0) return `${nothing}\n`;
  return `${mails.map((mail) => renderMail(mail, format, language)).join('\n\n')}\n`;
}

function renderMail(mail: Mail, format: 'markdown' | 'text', language: Language): string {
  const { questions: say, rules } = messagesFor(language);
  const isMarkdown = format === 'markdown';
  const text = isMarkdown ? inlineText : plainLine;
  const to =
    mail.to === null
      ? say.toBeDecided
      : say.heading('name' in mail.to ? mail.to.name : say.roles[mail.to.role]);
  const separator = joining[language].comma;
  const wordOf = (thing: string) => text(Object.hasOwn(say.things, thing) ? say.things[thing]! : thing);
  const bullet = isMarkdown ? '    - ' : '   ';
  const lines = (question: Question, number: number) => [
    `${number}. ${question.rule === 'unknown' ? say.otherUnknown : rules[question.rule].question}`,
    ...(question.things.length === 0
      ? []
      : [`${bullet}${say.about(question.things.map(wordOf).join(separator))}`]),
    `${bullet}${say.keys(question.keys.map((key) => (isMarkdown ? code(key) : plainLine(key))).join(', '))}`,
  ];
  const parts = [
    isMarkdown ? `## ${text(to)}` : `■ ${text(to)}`,
    say.opening(mail.site === null ? null : text(mail.site)),
  ];
  let topic = null;
  for (const [index, question] of mail.questions.entries()) {
    if (question.topic !== topic) {
      topic = question.topic;
      const title = say.topics[topic];
      parts.push(isMarkdown ? `### ${title}` : language === 'ja' ? `【${title}】` : `[${title}]`);
    }
    parts.push(lines(question, index + 1).join('\n'));
  }
  return [...parts, say.closing].join('\n\n');
}

import { expect, test } from 'vitest';
import { uncoveredText as english } from '../../src/messages/en/checklist-words.ts';
import { formatFor } from '../../src/messages/format.ts';
import { uncoveredText as japanese } from '../../src/messages/ja/checklist-words.ts';

const span = (fromDay: number, fromHour: number, toDay: number, toHour: number) => ({
  from: (fromDay * 24 + fromHour) * 60,
  to: (toDay * 24 + toHour) * 60,
});
const said = (windows: ReturnType<typeof span>[]) =>
  (['ja', 'en'] as const).map((language) => {
    const format = formatFor(language, 'Asia/Tokyo', { parties: {}, contacts: {} });
    return (language === 'ja' ? japanese : english)({ windows, days: [] }, format);
  });

test.each([
  [
    'nights of weekdays, and a weekend',
    [span(0, 18, 1, 9), span(1, 18, 2, 9), span(2, 18, 3, 9), span(3, 18, 4, 9), span(4, 18, 7, 9)],
    [
      '月曜〜木曜の 18:00 から翌日 09:00 まで、金曜 18:00 から月曜 09:00 まで',
      'Monday to Thursday 18:00 to 09:00 the next day and Friday 18:00 to Monday 09:00',
    ],
  ],
  [
    'one hour of every day',
    Array.from({ length: 7 }, (_, day) => span(day, 12, day, 13)),
    ['毎日 12:00 から 13:00 まで', 'every day 12:00 to 13:00'],
  ],
  [
    'one window alone',
    [span(5, 18, 7, 9)],
    ['土曜 18:00 から月曜 09:00 まで', 'Saturday 18:00 to Monday 09:00'],
  ],
  ['the whole week', [span(0, 0, 7, 0)], ['一週間を通して', 'the whole week']],
])('%s', (_what, windows, words) => {
  expect(said(windows)).toEqual(words);
});

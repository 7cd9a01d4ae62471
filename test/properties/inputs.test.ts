import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CommandName, type Option, optionsOf, readOption } from '../../src/check/options.ts';
import { parseArguments } from '../../src/cli/arguments.ts';
import { commands } from '../../src/cli/commands.ts';
import { InputProblem } from '../../src/edge/options.ts';
import { messagesFor } from '../../src/messages/index.ts';
import { runsOf } from './runs.ts';

// Whatever an input or an argument says: it is taken, or it is a mistake that is named, and never a fault of ours.

const runs = runsOf(2000, 60);

const spoilt = fc.constantFrom(
  ...[
    '',
    ' ',
    '-',
    '--',
    '=',
    '0',
    '-1',
    '1e99',
    '999999y',
    '99999999w',
    '3000000000d',
    '1.5h',
    '5m,,1h',
    '30s',
  ],
  ...['2026-02-30', '9999-12-31', '+275760-09-13T00:00:00Z', '-271821-04-19', '2026-11-23T00:00:00Z', 'now'],
  ...[
    '\ud800',
    'x\udfffy',
    '\u0000',
    'あ い.jp',
    '\u202e',
    '*:443=127.0.0.1:99999',
    'a:1=[::1]:1',
    'a=b=c:1',
  ],
  ...['https://x.test:99999/', 'https://1.2.3.999/', '127.0.0.1:53', '[::1', 'x.test=1.2.3.999:53', '::1'],
  ...[
    'host Header: value',
    'host: x',
    'a.test s3',
    'monthly',
    'ja',
    'text',
    'true',
    '1/2',
    '0/0',
    '2/1',
    '../..',
  ],
);
const said = fc.oneof(
  { weight: 3, arbitrary: spoilt },
  { weight: 1, arbitrary: fc.tuple(spoilt, spoilt).map((each) => each.join('\n')) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
);

const places = ['action', ...(Object.keys(commands) as CommandName[])] as const;

describe.each(places)('%s', (place) => {
  const options = Object.values<Option>(optionsOf(place));
  const words = (['ja', 'en'] as const).map((language) => messagesFor(language).command);

  test.each(options.map((option) => [option.name, option] as const))('%s', (_name, option) => {
    fc.assert(
      fc.property(said, (text) => {
        try {
          readOption(option, text);
        } catch (error) {
          expect(error).toBeInstanceOf(InputProblem);
          for (const say of words) expect(say.inputProblem(error as InputProblem)).toMatch(/\S/);
        }
      }),
      runs,
    );
  });

  test('arguments in any order', () => {
    const written = options.filter(({ variable }) => variable === undefined);
    const name = fc.constantFrom(...written.map((each) => `--${each.name}`), '--no-such', '-x');
    const argument = fc.oneof(
      name,
      said,
      fc.tuple(name, said).map((each) => each.join('=')),
    );
    fc.assert(
      fc.property(fc.array(argument, { maxLength: 6 }), (args) => {
        const result = parseArguments(args, written);
        expect(typeof result.ok).toBe('boolean');
      }),
      runs,
    );
  });
});

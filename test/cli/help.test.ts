import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type CommandName, optionsOf } from '../../src/check/options.ts';
import { main } from '../../src/cli/command-line.ts';
import { commands } from '../../src/cli/commands.ts';
import { commandHelp, programHelp } from '../../src/cli/help.ts';
import { messagesFor } from '../../src/messages/index.ts';
import { widthOf } from '../../src/text/width.ts';

const names = Object.keys(commands) as CommandName[];
const english = messagesFor('en').command;

let before: typeof process.exitCode;
beforeEach(() => {
  before = process.exitCode;
  vi.stubEnv('LC_ALL', 'C');
});
afterEach(() => {
  process.exitCode = before;
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

/** What hears of the events that a run listens to. */
const listeners = () =>
  [
    ...['uncaughtException', 'unhandledRejection', 'beforeExit'].map((event) => ({
      emitter: process,
      event,
    })),
    ...[process.stdout, process.stderr].map((emitter) => ({ emitter, event: 'error' })),
  ].map(({ emitter, event }) => {
    const any: NodeJS.EventEmitter = emitter;
    return { emitter: any, event, heard: any.listeners(event) };
  });

/** What a user sees who types `recovery-ledger …`. */
async function typed(...args: string[]) {
  let stdout = '';
  let stderr = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text, ...more: unknown[]) => {
    stdout += text;
    for (const done of more) if (typeof done === 'function') done();
    return true;
  });
  vi.spyOn(console, 'error').mockImplementation((text) => {
    stderr += `${text}\n`;
  });
  const hearing = listeners();
  await main(args);
  // A process has one run, and no need to clear up behind it; this one has many.
  for (const [at, { emitter, event, heard }] of listeners().entries())
    for (const listener of heard)
      if (!hearing[at]!.heard.includes(listener)) emitter.off(event, listener as () => void);
  vi.restoreAllMocks();
  return { status: process.exitCode, stdout, stderr };
}

describe.each(names)('%s', (name) => {
  test.each([[[name, '--help']], [[name, '-h']], [['help', name]], [['--help', name]]])(
    '%j: its own help on standard output, status 0',
    async (args) => {
      expect(await typed(...args)).toEqual({ status: 0, stdout: commandHelp(name, 'en'), stderr: '' });
    },
  );

  test('its help is in the language of the user', async () => {
    const japanese = { status: 0, stdout: commandHelp(name, 'ja'), stderr: '' };
    expect(await typed(name, '--help', '--language', 'ja')).toEqual(japanese);
    expect(await typed('--language=ja', 'help', name)).toEqual(japanese);
    vi.stubEnv('LC_ALL', 'ja_JP.UTF-8');
    expect(await typed(name, '--help')).toEqual(japanese);
  });

  test.each(['ja', 'en'] as const)('its help has no line of more than 80 columns (%s)', (language) => {
    const long = commandHelp(name, language)
      .split('\n')
      .filter((line) => widthOf(line) > 80);
    expect(long).toEqual([]);
  });

  test('its help has examples, exit statuses, its options and no others', () => {
    const help = commandHelp(name, 'en');
    expect(help).toContain(`\n${english.help.examples}:\n  recovery-ledger ${name}`);
    expect(help).toMatch(/^ {2}0 {2}\S/m);
    expect(help).toMatch(/^ {2}2 {2}\S/m);
    const listed = [...help.matchAll(/^ {2}(?:-h, )?--([a-z-]+)/gm)].map(([, option]) => option);
    const own = Object.values(optionsOf(name)).filter((option) => !('variable' in option));
    expect(listed.sort()).toEqual(own.map((option) => option.name).sort());
  });

  test.each(names)('refuses by name what only %s has', async (other) => {
    const own = new Set(Object.values(optionsOf(name)).map((option) => option.name as string));
    for (const option of Object.values(optionsOf(other))) {
      if (own.has(option.name) || 'variable' in option) continue;
      const { status, stdout, stderr } = await typed(name, `--${option.name}`);
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).toMatch(new RegExp(`^${name} has no option --${option.name}\\b.*\\b${other}\\b`));
      expect(stderr).toContain(`\n${english.seeHelp(name)}\n`);
    }
  });

  test('refuses an option that nobody has, and names the nearest', async () => {
    const { status, stdout, stderr } = await typed(name, '--langauge', 'ja');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(`${name} has no option --langauge. Did you mean --language?`);
  });

  test('refuses an option before the command that it does not have', async () => {
    expect((await typed('--nonsense', name)).stderr).toContain(`${name} has no option --nonsense`);
  });

  test('refuses a flag with a value, and a value that is missing', async () => {
    expect((await typed(name, '--help=yes')).stderr).toContain('--help takes no value');
    for (const args of [['--language'], ['--language', '--help']])
      expect((await typed(name, ...args)).stderr).toContain('--language needs a value');
  });

  test('refuses more operands than it takes', async () => {
    const most = commands[name].operands?.most ?? 0;
    if (most === Infinity) return;
    const { status, stderr } = await typed(name, ...Array.from({ length: most + 1 }, (_, at) => `a${at}`));
    expect(status).toBe(2);
    expect(stderr).toContain(`"a${most}"`);
  });
});

describe('the program', () => {
  test.each(['ja', 'en'] as const)(
    'has a help of at most 80 columns that lists the commands (%s)',
    (language) => {
      const lines = programHelp(language).split('\n');
      expect(lines.filter((line) => widthOf(line) > 80)).toEqual([]);
      for (const name of names) expect(lines.some((line) => line.startsWith(`  ${name} `))).toBe(true);
    },
  );

  test('prints it to who asks, and shows it to who names no command', async () => {
    expect(await typed('--help')).toEqual({ status: 0, stdout: programHelp('en'), stderr: '' });
    expect(await typed('help')).toEqual({ status: 0, stdout: programHelp('en'), stderr: '' });
    expect(await typed()).toEqual({ status: 2, stdout: '', stderr: programHelp('en') });
  });

  test('refuses a command that there is not, and names the nearest', async () => {
    for (const args of [['chek'], ['help', 'chek']]) {
      const { status, stdout, stderr } = await typed(...args);
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).toContain('Did you mean check?');
      expect(stderr).toContain(english.seeHelp(null));
    }
  });

  test('refuses an option that it does not have', async () => {
    expect(await typed('--offline')).toMatchObject({ status: 2, stdout: '' });
  });

  test('points at the help of the command where a value is wrong', async () => {
    const { status, stderr } = await typed('explain', 'tls/expired', '--language', 'fr');
    expect(status).toBe(2);
    expect(stderr).toMatch(/^--language: /);
    expect(stderr).toContain(english.seeHelp('explain'));
  });
});

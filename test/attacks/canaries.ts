import type { ActionRun } from '../../fixtures/world/runner.ts';
import type { World } from '../../fixtures/world/world.ts';

// Secrets that a run is given, for servers to give back, and all places where they would show.

const user = 'staging-keeper';
export const password = 'c4nary/Pa55+word=';
const basic = Buffer.from(`${user}:${password}`).toString('base64');
export const key = 'C4NARY-header-key';
export const heartbeat = 'c4nary-0f9d2c1e-heart';
/** What may stand in no output, in any writing. */
const canaries = [user, password, basic, key, heartbeat];

export type Write = (text: string) => string;

export const writings: Readonly<Record<string, Write>> = {
  plain: (text) => text,
  'upper case': (text) => text.toUpperCase(),
  URL: encodeURIComponent,
  base64: (text) => Buffer.from(`x${text}`).toString('base64'),
  hexadecimal: (text) => Buffer.from(text).toString('hex'),
};

/** The secrets of a run in this world. */
export function secretsOf(world: World): string[] {
  return [...canaries, world.github.token, world.environment['AWS_SECRET_ACCESS_KEY']!];
}

/** The inputs by which a run is given them. */
export function inputsOf(world: World): Readonly<Record<string, string>> {
  return {
    'heartbeat-url': `https://app.mimamori.example/${heartbeat}`,
    credentials: [
      world.credentials,
      `www.aoba-seika.example X-Key: ${key}`,
      `www.aoba-seika.example Authorization: Basic ${basic}`,
    ].join('\n'),
  };
}

/** All that the run leaves behind, but for its words to the runner about what to hide. */
function everything(world: World, { stdout, stderr, summary, outputs, written, report }: ActionRun): string {
  const issues = world.github
    .issues()
    .flatMap(({ title, body, comments }) => [title, body, ...comments.map((each) => each.body)]);
  const log = stdout.split('\n').filter((line) => !line.startsWith('::add-mask::'));
  return [...log, stderr, summary, JSON.stringify(outputs), ...Object.values(written), JSON.stringify(report)]
    .concat(issues)
    .join('\n');
}

/** The secrets that a text shows, as they are or written so, in any case. */
export function leaksIn(text: string, write: Write, secrets: readonly string[]): string[] {
  const shown = text.toLowerCase();
  return secrets
    .flatMap((secret) => [...new Set([secret, write(secret)])])
    .filter((form) => shown.includes(form.toLowerCase()));
}

/** The secrets that a run shows somewhere, and whether it shows that one was taken out. */
export function shownBy(world: World, run: ActionRun, write: Write, secrets = secretsOf(world)) {
  const shown = everything(world, run);
  return { leaks: leaksIn(shown, write, secrets), hasHidden: shown.includes('***') };
}

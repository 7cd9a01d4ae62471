import { registerHooks } from 'node:module';
import { type ParseError, parse as parseBash } from 'unbash';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  isMap,
  isScalar,
  LineCounter,
  type Node,
  parseDocument,
  type Scalar,
  visit,
  type YAMLMap,
} from 'yaml';

// What is wrong with a workflow: GitHub's own language service says what does not work, the rules below what could be
// abused or hang. The rules are those of zizmor and actionlint that need no network.

/** `line` counts from 1. */
export interface Problem {
  readonly line: number;
  readonly rule: LintRule;
  readonly text: string;
}

export type LintRule =
  | 'invalid'
  | 'invalid-shell'
  | 'unpinned-action'
  | 'unpinned-image'
  | 'no-version-comment'
  | 'no-permissions'
  | 'wide-permissions'
  | 'no-timeout'
  | 'no-concurrency'
  | 'expression-in-script'
  | 'dangerous-trigger'
  | 'credentials-kept'
  | 'all-secrets';

/** A third-party action as a step names it: `action@commit # version`. */
export interface Pin {
  readonly line: number;
  readonly action: string;
  readonly commit: string;
  readonly version: string;
}

/** Stays a tag: users follow its major version, and no commit of it can be named before it is released. */
const ownAction = /^recovery-ledger\/recovery-ledger@v\d+$/;

/** The third-party actions that workflows may use, with the inputs that they know at the pinned version. */
const knownActions: Readonly<Record<string, readonly string[]>> = {
  'actions/attest': ['subject-path', 'subject-checksums', 'subject-digest', 'subject-name', 'sbom-path'],
  'actions/checkout': ['fetch-depth', 'path', 'persist-credentials', 'ref', 'repository'],
  'actions/download-artifact': ['merge-multiple', 'name', 'path', 'pattern'],
  'actions/setup-node': ['node-version', 'node-version-file', 'package-manager-cache'],
  'actions/upload-artifact': ['if-no-files-found', 'name', 'path', 'retention-days'],
};

/** Reads what a workflow refers to: the action's own `action.yml`, and workflows of the repository, by their path. */
export type ReadFile = (path: string) => Promise<string>;

/** All problems of a workflow, in the order of their lines. */
export async function lintWorkflow(text: string, read: ReadFile): Promise<Problem[]> {
  const problems = [...(await languageProblems(text, read)), ...ruleProblems(text)];
  return problems.sort((one, other) => one.line - other.line);
}

/** What does not work in `action.yml`. */
export async function lintAction(text: string, read: ReadFile): Promise<Problem[]> {
  return languageProblems(text, read, 'action.yml');
}

/** The third-party actions of a text that is YAML or holds some (a README). */
export function pinsIn(text: string): Pin[] {
  return text.split('\n').flatMap((line, index) => {
    const [, action, commit, version] = /\buses: ([^@\s]+)@([0-9a-f]{40}) # (v\S+)$/.exec(line) ?? [];
    return action ? [{ line: index + 1, action, commit: commit!, version: version! }] : [];
  });
}

/** Lines of a text that name an action without its commit or without its version beside it. */
export function unpinnedLines(text: string): Problem[] {
  return text.split('\n').flatMap((line, index) => {
    const [, uses, rest] = /\buses:\s+['"]?([^\s'"`]+)['"]?(.*)$/.exec(line) ?? [];
    return uses ? pinProblems(uses, /#(.*)$/.exec(rest ?? '')?.[1] ?? '', index + 1) : [];
  });
}

function pinProblems(uses: string, comment: string, line: number): Problem[] {
  if (uses.startsWith('./') || ownAction.test(uses)) return [];
  if (uses.startsWith('docker://')) return imageProblems(uses, line);
  if (!/^[\w.-]+\/[\w./-]+@[0-9a-f]{40}$/.test(uses)) return [{ line, rule: 'unpinned-action', text: uses }];
  if (!/^ v\d+\.\d+\.\d+$/.test(comment)) return [{ line, rule: 'no-version-comment', text: uses }];
  return [];
}

/** An image without the digest of what is run. */
export function imageProblems(image: string, line: number): Problem[] {
  return /@sha256:[0-9a-f]{64}$/.test(image) ? [] : [{ line, rule: 'unpinned-image', text: image }];
}

/** The service keeps what it parsed by the document's address, so that each has its own. */
let documents = 0;

/** What GitHub's language service does not accept. */
async function languageProblems(text: string, read: ReadFile, name = 'workflow.yml'): Promise<Problem[]> {
  const { validate, registerLogger } = await languageService();
  // The service logs its own failures and returns what it has; here they are failures.
  const fail = (message: string) => {
    throw new Error(message);
  };
  registerLogger({ error: fail, warn: () => {}, info: () => {}, log: () => {} });
  const found = await validate(TextDocument.create(`file:///${++documents}/${name}`, 'yaml', 1, text), {
    actionsMetadataProvider: {
      fetchActionMetadata: async (action) => {
        const full = `${action.owner}/${action.name}`;
        const inputs =
          full === 'recovery-ledger/recovery-ledger'
            ? Object.keys(parseDocument(await read('action.yml')).toJS().inputs)
            : knownActions[full];
        if (inputs === undefined) return undefined;
        return {
          name: full,
          description: '',
          inputs: Object.fromEntries(inputs.map((each) => [each, { description: '' }])),
        };
      },
    },
    fileProvider: {
      getFileContent: async (file) => {
        if (!('path' in file) || 'repository' in file) throw new Error('another repository cannot be read');
        return { name: file.path, content: await read(file.path) };
      },
    },
  });
  return found.map(({ range, message }) => ({
    line: range.start.line + 1,
    rule: 'invalid',
    text: typeof message === 'string' ? message : message.value,
  }));
}

/** The service imports JSON as bundlers do, without the attribute that Node asks for. */
async function languageService() {
  const hooks = registerHooks({
    load: (url, context, next) =>
      next(url, url.endsWith('.json') ? { ...context, importAttributes: { type: 'json' } } : context),
  });
  try {
    return await import('@actions/languageservice');
  } finally {
    hooks.deregister();
  }
}

function ruleProblems(text: string): Problem[] {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const problems: Problem[] = [];
  const report = (rule: LintRule, node: Node | null | undefined, what: string) => {
    problems.push({ line: lines.linePos(node?.range?.[0] ?? 0).line, rule, text: what });
  };
  const root = document.contents;
  if (!isMap(root)) return [{ line: 1, rule: 'invalid', text: 'no mapping' }];

  const triggers: unknown = document.toJS().on;
  const events =
    typeof triggers === 'string'
      ? [triggers]
      : Array.isArray(triggers)
        ? triggers
        : Object.keys(triggers ?? {});
  // Both run with the base repository's secrets on what a stranger sent.
  for (const event of ['pull_request_target', 'workflow_run']) {
    if (events.includes(event)) report('dangerous-trigger', node(root, 'on'), event);
  }
  if (!root.has('concurrency')) report('no-concurrency', root, 'concurrency');

  const jobs = mapsOf(node(root, 'jobs'));
  const shared = node(root, 'permissions');
  for (const [name, job] of jobs) {
    const isCall = job.has('uses');
    const own = node(job, 'permissions');
    if (shared === undefined && own === undefined) report('no-permissions', job, name);
    if (!isCall && typeof job.get('timeout-minutes') !== 'number') report('no-timeout', job, name);
    if (job.get('secrets') === 'inherit') report('all-secrets', node(job, 'secrets'), name);
    if (isScalar(own)) report('wide-permissions', own, String(own.value));
    for (const image of imagesOf(job)) {
      for (const { rule, text: what } of imageProblems(String(image.value), 0)) report(rule, image, what);
    }
  }
  // What a workflow grants, each of its jobs has.
  if (isScalar(shared)) report('wide-permissions', shared, String(shared.value));
  else if (isMap(shared) && jobs.length > 1 && Object.values(shared.toJSON()).includes('write')) {
    report('wide-permissions', shared, Object.keys(shared.toJSON()).join(', '));
  }

  visit(root, {
    Pair(_, { key, value }) {
      if (!isScalar(key) || !isScalar(value)) return;
      const written = String(value.value);
      if (key.value === 'uses') {
        const line = lines.linePos(value.range?.[0] ?? 0).line;
        problems.push(...pinProblems(written, value.comment ?? '', line));
      }
      if (key.value === 'run') {
        // Whatever an expression holds becomes part of the script: it belongs into `env`.
        if (written.includes('${{')) report('expression-in-script', value, written.trim());
        for (const error of bashErrors(written)) report('invalid-shell', value, error.message);
      }
      if (key.value === 'script' && written.includes('${{'))
        report('expression-in-script', value, written.trim());
      if (/\btojson\(\s*secrets\s*\)/i.test(written)) report('all-secrets', value, written);
    },
    Map(_, step) {
      if (!String(step.get('uses')).startsWith('actions/checkout@')) return;
      if (step.getIn(['with', 'persist-credentials']) !== false) {
        report('credentials-kept', step, String(step.get('uses')));
      }
    },
  });
  return problems;
}

function bashErrors(script: string): readonly ParseError[] {
  return parseBash(script).errors ?? [];
}

/** The node at `key`; undefined where there is none. */
function node(map: YAMLMap, key: string): Node | undefined {
  const found = map.get(key, true) as Node | null | undefined;
  return found ?? undefined;
}

function mapsOf(parent: Node | undefined): [name: string, map: YAMLMap][] {
  if (!isMap(parent)) return [];
  return parent.items.flatMap(({ key, value }) => (isMap(value) ? [[String(key), value] as const] : [])) as [
    string,
    YAMLMap,
  ][];
}

/** The images that a job runs in and beside. */
function imagesOf(job: YAMLMap): Scalar[] {
  const container = node(job, 'container');
  const parts = [container, ...mapsOf(node(job, 'services')).map(([, service]) => service)];
  const images = parts.map((part) => (isMap(part) ? node(part, 'image') : part));
  return images.filter((image) => isScalar(image));
}

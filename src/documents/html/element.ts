import { plainLine } from '../../text/escape.ts';

/** Ready HTML; only `element` and `text` make it, so that nothing from outside gets in unescaped. */
export interface Html {
  readonly html: string;
}

/** What an element may hold: HTML, or text that is escaped. Null is left out. */
export type Content = Html | string | null;

const longestValue = 2000;

export function text(value: string): Html {
  const escaped = plainLine(value, longestValue).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return { html: escaped };
}

/** An element; its attributes are ours, never from outside. */
export function element(
  name: string,
  content: Content | readonly Content[],
  attributes: Readonly<Record<string, string>> = {},
): Html {
  const inner = (Array.isArray(content) ? (content as readonly Content[]) : [content as Content])
    .map((each) => (each === null ? '' : typeof each === 'string' ? text(each).html : each.html))
    .join('');
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${value}"`);
  return { html: `<${name}${written.join('')}>${inner}</${name}>` };
}

/** Lines below each other in one cell. */
export function stacked(lines: readonly Content[]): Html {
  return element(
    'div',
    lines.filter((each) => each !== null).map((each) => element('div', each)),
  );
}

/** A table; a row of null cells is left out. */
export function table(
  head: readonly string[],
  rows: readonly (readonly Content[])[],
  attributes: Readonly<Record<string, string>> = {},
): Html {
  const parts = [
    element(
      'thead',
      element(
        'tr',
        head.map((each) => element('th', each, { scope: 'col' })),
      ),
    ),
    element(
      'tbody',
      rows.map((cells) =>
        element(
          'tr',
          cells.map((each) => element('td', each)),
        ),
      ),
    ),
  ];
  return element('table', parts, attributes);
}

/** Names with their values, in two columns. */
export function facts(rows: readonly (readonly [string, Content])[]): Html {
  return element(
    'dl',
    rows.flatMap(([name, value]) => [element('dt', name), element('dd', value)]),
  );
}

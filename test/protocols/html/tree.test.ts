import { describe, expect, it } from 'vitest';
import { readHtml } from '../../../src/protocols/html/page.ts';
import { parseHtml } from '../../../src/protocols/html/tree.ts';

const numbered = (make: (index: number) => string, count: number) =>
  Array.from({ length: count }, (_, index) => make(index)).join('');

describe('twice the page takes twice the work', () => {
  // Depth, misnesting, adoption, foster parents, scopes, attributes, references: what parsers were slow at.
  const shapes: Readonly<Record<string, (count: number) => string>> = {
    'deep blocks': (n) => '<div>'.repeat(n),
    'deep inline elements': (n) => '<span>'.repeat(n),
    'end tags without start': (n) => `${'<div>'.repeat(n)}${'</p>'.repeat(n)}`,
    'end tags of others': (n) => `${'<i>'.repeat(n)}${'</b>'.repeat(n)}`,
    'formatting across blocks': (n) => `${'<b>'.repeat(n)}${'<div>'.repeat(n)}${'</b>'.repeat(n)}`,
    'formatting, each its own': (n) => numbered((index) => `<font id=${index}>`, n),
    'links within links': (n) => '<a href=x>x'.repeat(n),
    'links and paragraphs': (n) => '<a><p>x'.repeat(n),
    'links in links, kept apart': (n) => '<a href=x>x<object>'.repeat(n),
    'text before tables': (n) => `<table>${'x<br>'.repeat(n)}`,
    'tables in tables': (n) => '<table><tr><td>'.repeat(n),
    'lists without end': (n) => '<ul><li>x'.repeat(n),
    'menus in menus': (n) => '<select><option>'.repeat(n),
    templates: (n) => '<template>'.repeat(n),
    drawings: (n) => '<svg><g>'.repeat(n),
    'footers in footers': (n) => '<footer>x'.repeat(n),
    'closed details': (n) => '<details>x<summary>y</summary>'.repeat(n),
    'one line of many links': (n) => 'x<a href=y>z</a> '.repeat(n),
    'attributes of one element': (n) => `<a ${numbered((index) => `a${index} `, n)}>`,
    'half references': (n) => '&am'.repeat(n),
    'half tags': (n) => '<'.repeat(n),
    'half comments': (n) => '<!-- -'.repeat(n),
    scripts: (n) => '<script></script>'.repeat(n),
    'a script that never ends': (n) => '<script>'.repeat(n),
  };
  it.each(Object.entries(shapes))('%s', (_name, make) => {
    const [once, twice] = [1000, 2000].map((count) => {
      const page = readHtml(make(count));
      const held = JSON.stringify(page).length;
      return { steps: parseHtml(make(count)).steps, held };
    });
    expect(twice!.steps).toBeLessThan(2.1 * once!.steps + 100);
    // Short labels grow until they are cut off.
    expect(twice!.held).toBeLessThan(2.5 * once!.held + 1000);
  });
});

describe('a page that a browser makes a thousand times larger', () => {
  // Each paragraph opens all the unclosed elements again.
  const html = `<title>Big</title><p>first ${numbered((index) => `<b id=${index}>`, 4000)}${'<p>x'.repeat(4000)}last`;

  it('is read as far as it is bearable, and says so', () => {
    const page = readHtml(html);
    expect(page).toMatchObject({ isWhole: false, title: 'Big' });
    expect(page.lines[0]).toBe('first');
    expect(page.lines.at(-1)).not.toMatch(/last/);
  });
});

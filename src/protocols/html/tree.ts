import { type DefaultTreeAdapterTypes, defaultTreeAdapter, html, parse, type TreeAdapter } from 'parse5';

type Document = DefaultTreeAdapterTypes.Document;
export type Element = DefaultTreeAdapterTypes.Element;
export type Node = DefaultTreeAdapterTypes.Node;

export const namespaces = html.NS;

export interface Tree {
  readonly document: Document;
  /** False where the page grew beyond all measure; what stands after that is not in it. */
  readonly isWhole: boolean;
  /** How often the tree was asked or changed: the work that the page took. */
  readonly steps: number;
}

/**
 * Some 40,000 elements: twice what the largest pages of 1 MiB hold; each takes about a thousand bytes. A page made for the purpose can ask for millions,
 * since a browser opens every unclosed `<b>` again in each paragraph (HTML §13.2.4.3, "reconstruct the active formatting
 * elements").
 */
const mostSteps = 400_000;

class TooManySteps extends Error {}

type Adapter = TreeAdapter<DefaultTreeAdapterTypes.DefaultTreeAdapterMap>;

/**
 * The page as a browser with scripts switched on has it before any script has run (HTML §13.2). In time and memory it
 * takes a multiple of the source, and never more than `mostSteps` allow.
 */
export function parseHtml(source: string): Tree {
  let steps = 0;
  let document: Document | null = null;
  const counted = Object.fromEntries(
    Object.entries(defaultTreeAdapter).map(([name, work]) => [
      name,
      (...args: readonly unknown[]) => {
        steps += 1;
        if (steps > mostSteps) throw new TooManySteps();
        return (work as (...args: readonly unknown[]) => unknown)(...args);
      },
    ]),
  ) as unknown as Adapter;
  const treeAdapter: Adapter = {
    ...counted,
    createDocument: () => {
      document = defaultTreeAdapter.createDocument();
      return document;
    },
  };
  try {
    return { document: parse(source, { treeAdapter }), isWhole: true, steps };
  } catch (error) {
    if (!(error instanceof TooManySteps) || document === null) throw error;
    return { document, isWhole: false, steps };
  }
}

/** Whether the node is an element of HTML itself: neither SVG nor MathML. */
export function isHtmlElement(node: Node): node is Element {
  return isElement(node) && node.namespaceURI === namespaces.HTML;
}

export function isElement(node: Node): node is Element {
  return 'tagName' in node;
}

export function isText(node: Node): node is DefaultTreeAdapterTypes.TextNode {
  return node.nodeName === '#text';
}

export function isComment(node: Node): node is DefaultTreeAdapterTypes.CommentNode {
  return node.nodeName === '#comment';
}

/** An attribute's value; null where the element has none of this name. Names are lower case. */
export function attribute({ attrs }: Element, name: string): string | null {
  return attrs.find((each) => each.name === name)?.value ?? null;
}

/** The text of an element that holds nothing else: `title`, `script`. */
export function ownText({ childNodes }: Element): string {
  return childNodes.map((node) => (isText(node) ? node.value : '')).join('');
}

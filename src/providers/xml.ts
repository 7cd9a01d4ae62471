import { parseXml, XmlElement } from '@rgrove/parse-xml';
import { ProbeFailure } from '../edge/failure.ts';
import { holdsMoreThan } from '../text/count.ts';

/** An element of an answer in XML, read by the names of its children. Attributes and namespaces do not matter here. */
export interface Element {
  readonly name: string;
  /** All text inside, trimmed. */
  readonly text: string;
  /** The first child of this name; null where there is none. */
  child(name: string): Element | null;
  /** The children of this name, or, with two names, those of the first such child: `<items><item/>…</items>`. */
  children(name: string, inner?: string): readonly Element[];
  /** The text of the child that is reached by these names; null where there is none, or where it is empty. */
  textAt(...names: readonly string[]): string | null;
}

/** More than the largest page that a store gives when it is asked: each element takes many times its letters in memory. */
const mostTags = 400_000;

/**
 * Reads a whole document; what is cut off or not well-formed is no answer.
 *
 * @throws ProbeFailure `response-unexpected`; `too-large` for more elements than can be held
 */
export function readXml(text: string): Element {
  if (holdsMoreThan(mostTags, '<=', text)) throw new ProbeFailure('too-large', 'XML');
  try {
    const { root } = parseXml(text);
    if (root !== null) return elementOf(root);
  } catch {
    // No message of the parser's: it repeats parts of the text.
  }
  throw new ProbeFailure('response-unexpected', 'XML');
}

function elementOf(element: XmlElement): Element {
  const childrenNamed = (name: string): readonly Element[] =>
    element.children
      .filter((each): each is XmlElement => each instanceof XmlElement && localName(each.name) === name)
      .map(elementOf);
  const self: Element = {
    name: localName(element.name),
    get text() {
      return element.text.trim();
    },
    child: (name) => childrenNamed(name)[0] ?? null,
    children(name, inner) {
      if (inner === undefined) return childrenNamed(name);
      return self.child(name)?.children(inner) ?? [];
    },
    textAt(...names) {
      let here: Element | null = self;
      for (const name of names) here = here?.child(name) ?? null;
      return here === null || here.text === '' ? null : here.text;
    },
  };
  return self;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

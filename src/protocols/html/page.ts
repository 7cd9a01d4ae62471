import { type Lines, openLines } from './lines.ts';
import {
  attribute,
  type Element,
  isComment,
  isElement,
  isHtmlElement,
  isText,
  type Node,
  namespaces,
  ownText,
  parseHtml,
} from './tree.ts';

/** What a page says to people, to search engines and to the browser, before any of its scripts has run. */
export interface HtmlPage {
  /** As `document.title`: white space collapsed; null where the page has none. */
  readonly title: string | null;
  /** The `lang` of the whole page (BCP 47), lower case. */
  readonly language: string | null;
  /** What relative addresses are resolved against, as written; null where the page does not say. */
  readonly base: string | null;
  readonly metas: readonly Meta[];
  readonly links: readonly Link[];
  /**
   * The text that a visitor reads, in order, a line for each block (paragraph, list item, table cell): `innerText`, but
   * for what style sheets change. A `<br>` is `\n`.
   */
  readonly lines: readonly string[];
  /**
   * What a visitor can read besides: what pictures stand for, what buttons and fields say, what a closed `<details>`
   * holds; and each line that has readings (`<rt>`) once more without them.
   */
  readonly asides: readonly string[];
  /** The lines of the last `<footer>`; empty where there is none. */
  readonly footer: readonly string[];
  /** The addresses of what the page loads, and where its forms send to; as written. */
  readonly resources: readonly string[];
  /** What each script of the page holds; empty for one that is loaded from an address. */
  readonly scripts: readonly string[];
  /**
   * The place that scripts of the page fill, where one is loaded: one with a name that frameworks give it
   * (`<div id="root">`, `<app-root>`), or just an empty one with a name.
   */
  readonly appRoot: 'usual' | 'empty' | null;
  readonly comments: readonly string[];
  /** False where the page is larger than anybody's browser could bear: what is not here may have followed. */
  readonly isWhole: boolean;
}

/** Names in lower case; null where the attribute is not there. */
export interface Meta {
  readonly name: string | null;
  readonly property: string | null;
  readonly httpEquiv: string | null;
  readonly charset: string | null;
  /** As written; empty where it says nothing. */
  readonly content: string;
  readonly isInHead: boolean;
}

/** A link with an address. */
interface Link {
  /** As written; relative to `base`. */
  readonly href: string;
  /** What it says, at most 400 characters: its text, else what the pictures in it stand for. */
  readonly label: string;
}

export const emptyPage: HtmlPage = {
  title: null,
  language: null,
  base: null,
  metas: [],
  links: [],
  lines: [],
  asides: [],
  footer: [],
  resources: [],
  scripts: [],
  appRoot: null,
  comments: [],
  isWhole: true,
};

const longestLabel = 400;

// HTML §15.3, the style sheet of every browser.

/** `display: none`. `noscript` counts among them where scripts run. */
const unseen = new Set(
  `area audio base basefont canvas datalist head iframe link meta meter noembed noframes noscript param progress rp
  script style template title video`.split(/\s+/),
);

/** `display: block` and the parts of tables and menus, each of which stands on lines of its own. */
const blocks = new Set(
  `address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure
  footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol optgroup option p plaintext pre
  search section summary table tbody td tfoot th thead tr ul xmp`.split(/\s+/),
);

const preformatted = new Set(['listing', 'plaintext', 'pre', 'textarea', 'xmp']);

/** What of SVG is not drawn as it stands. */
const undrawn = new Set(['defs', 'desc', 'metadata', 'script', 'style', 'symbol', 'title']);

/** What of SVG and MathML holds text; each stands on lines of its own in `innerText`. Text outside them is not drawn. */
const foreignTexts: Readonly<Record<string, ReadonlySet<string>>> = {
  [namespaces.SVG]: new Set(['text']),
  [namespaces.MATHML]: new Set(['mi', 'mn', 'mo', 'ms', 'mtext']),
};

/** Where something stands. */
interface Place {
  /** Null where it is not shown. */
  readonly lines: Lines | null;
  readonly isPreformatted: boolean;
  readonly isReading: boolean;
  /** Whether text that stands directly here is not drawn: in a drawing, in a menu beside its options. */
  readonly isBare: boolean;
}

/** An element whose children are being read. */
interface Open {
  readonly children: readonly Node[];
  /** Where they stand. */
  readonly place: Place;
  /** The child of a closed `<details>` that is shown all the same, and where. */
  readonly summary: { readonly element: Node | null; readonly place: Place };
  next: number;
  leave(): void;
}

/** Reads a page as a browser does, in time linear in its source. Whatever the source, nothing is thrown. */
export function readHtml(source: string): HtmlPage {
  const { document, isWhole } = parseHtml(source);
  const head = openHead();
  const asides: string[] = [];
  const main = openLines((line) => asides.push(line));
  const aside = openLines((line) => asides.push(line));
  const links: Link[] = [];
  const comments: string[] = [];
  let footer = { from: 0, to: 0 };

  /** Begins an element; gives what is to be done at its end. */
  const enter = (element: Element, { lines }: Place): (() => void) => {
    if (lines === null) return nothing;
    asides.push(...wordsOf(element));
    const { tagName } = element;
    if (tagName === 'br') lines.break();
    const isBlock = isHtmlElement(element) ? blocks.has(tagName) : isForeignText(element);
    if (isBlock) lines.end();
    const href = tagName === 'a' ? attribute(element, 'href') : null;
    if (href !== null) {
      const start = lines.mark();
      const pictures = asides.length;
      return () => {
        const label = lines.since(start, longestLabel) || asides.slice(pictures, pictures + 5).join(' ');
        links.push({ href, label: label.slice(0, longestLabel) });
      };
    }
    if (tagName === 'footer' && lines === main) {
      const own = { from: main.done.length, to: Number.POSITIVE_INFINITY };
      footer = own;
      return () => {
        main.end();
        own.to = main.done.length;
      };
    }
    if (tagName === 'details' || tagName === 'textarea') {
      aside.end();
      return () => {
        aside.end();
        if (isBlock) lines.end();
      };
    }
    return isBlock ? () => lines.end() : nothing;
  };

  const shown: Place = { lines: main, isPreformatted: false, isReading: false, isBare: false };
  const open: Open[] = [openOf(document, shown, shown, nothing)];
  for (let here = open.at(-1); here !== undefined; here = open.at(-1)) {
    const child = here.children[here.next];
    here.next += 1;
    if (child === undefined) {
      here.leave();
      open.pop();
    } else if (isText(child)) {
      if (!here.place.isBare) here.place.lines?.add(child.value, here.place);
    } else if (isComment(child)) {
      comments.push(child.data);
    } else if (isElement(child)) {
      const around = child === here.summary.element ? here.summary.place : here.place;
      const place = placeOf(child, around, aside);
      if (isHtmlElement(child)) head.take(child);
      const leave = enter(child, place);
      open.push(
        openOf(
          child,
          isClosedDetails(child) ? { ...place, lines: place.lines && aside } : place,
          place,
          leave,
        ),
      );
    }
  }
  main.end();
  aside.end();
  return {
    ...head.page(),
    links,
    lines: main.done,
    asides: [...asides, ...aside.done],
    footer: main.done.slice(footer.from, footer.to),
    comments,
    isWhole,
  };
}

function nothing(): void {}

function openOf(node: Node, place: Place, around: Place, leave: () => void): Open {
  const children = 'childNodes' in node ? node.childNodes : [];
  const element = place === around ? null : children.find((each) => each.nodeName === 'summary');
  return { children, place, summary: { element: element ?? null, place: around }, next: 0, leave };
}

/** What elements say by themselves, wherever they stand. */
function openHead() {
  let title: string | null = null;
  let language: string | null = null;
  let base: string | null = null;
  const metas: Meta[] = [];
  const resources: string[] = [];
  const scripts: string[] = [];
  let loadsScript = false;
  let root: HtmlPage['appRoot'] = null;
  return {
    take(element: Element) {
      const of = (name: string) => attribute(element, name);
      const lower = (name: string) => of(name)?.trim().toLowerCase() ?? null;
      switch (element.tagName) {
        case 'html':
          language = lower('lang') || null;
          break;
        case 'title':
          title ??= ownText(element).split(space).filter(Boolean).join(' ');
          break;
        case 'base':
          base ??= of('href');
          break;
        case 'meta':
          metas.push({
            name: lower('name'),
            property: lower('property'),
            httpEquiv: lower('http-equiv'),
            charset: of('charset'),
            content: of('content') ?? '',
            isInHead: element.parentNode?.nodeName === 'head',
          });
          break;
        case 'script':
          scripts.push(ownText(element));
          loadsScript ||= of('src') !== null || lower('type') === 'module';
          break;
        default:
          if (element.tagName.includes('-') || appRoots.has(lower('id') ?? '')) root = 'usual';
          else if (lower('id') && !element.childNodes.some((node) => isElement(node) || isWritten(node))) {
            root ??= 'empty';
          }
      }
      if (/^(?:a|area|base)$/.test(element.tagName)) return;
      for (const { name, value } of element.attrs) {
        if (addresses.has(name) && value !== '') resources.push(value);
      }
    },
    page: () => ({
      title: title || null,
      language,
      base,
      metas,
      resources,
      scripts,
      appRoot: loadsScript ? root : null,
    }),
  };
}

function isWritten(node: Node): boolean {
  return isText(node) && node.value.trim() !== '';
}

const space = /[\t\n\f\r ]+/;
/** Where the templates of Next.js, Nuxt, Gatsby, Vite, Create React App, Vue CLI, Quasar, Gradio and Docusaurus render to. */
const appRoots = new Set(
  `__next __nuxt ___gatsby app root react-root react-app vue-app q-app main-app app-root __docusaurus svelte mount`.split(
    ' ',
  ),
);
const addresses = new Set(['action', 'data', 'href', 'poster', 'src']);

/** Where the content of an element stands that itself stands at `around`. */
function placeOf(element: Element, around: Place, aside: Lines): Place {
  if (around.lines === null) return around;
  if (isHidden(element)) return { ...around, lines: null };
  const { tagName } = element;
  if (!isHtmlElement(element)) {
    const isBare = tagName !== 'foreignObject' && !isForeignText(element);
    return { ...around, isBare: isBare && (around.isBare || tagName === 'svg' || tagName === 'math') };
  }
  return {
    lines: tagName === 'textarea' ? aside : around.lines,
    isPreformatted: around.isPreformatted || preformatted.has(tagName),
    isReading: around.isReading || tagName === 'rt',
    isBare: tagName === 'select' || (around.isBare && tagName !== 'option'),
  };
}

function isForeignText({ namespaceURI, tagName }: Element): boolean {
  return foreignTexts[namespaceURI]?.has(tagName) ?? false;
}

function isClosedDetails(element: Element): boolean {
  return isHtmlElement(element) && element.tagName === 'details' && attribute(element, 'open') === null;
}

/** Whether an element and all in it is not shown: `display: none` by HTML's own style sheet or its own attributes. */
function isHidden(element: Element): boolean {
  const { tagName } = element;
  if (!isHtmlElement(element)) return undrawn.has(tagName) || hidesItself(element);
  // What hides the whole page is there for a script to take away.
  if (tagName === 'html' || tagName === 'body') return false;
  if (unseen.has(tagName) || attribute(element, 'hidden') !== null || hidesItself(element)) return true;
  if (tagName === 'dialog') return attribute(element, 'open') === null;
  return attribute(element, 'popover') !== null;
}

function hidesItself(element: Element): boolean {
  const style = attribute(element, 'style');
  if (style === null) return false;
  const displays = [...style.matchAll(/(?:^|;)\s*display\s*:\s*([a-z-]{1,30})/gi)];
  return displays.at(-1)?.[1]?.toLowerCase() === 'none';
}

/** What a picture, a button or a field says. */
function wordsOf(element: Element): string[] {
  if (!isHtmlElement(element)) return [];
  const type = attribute(element, 'type')?.toLowerCase() ?? '';
  const names =
    element.tagName === 'img'
      ? ['alt']
      : element.tagName === 'textarea'
        ? ['placeholder']
        : element.tagName === 'input' && !/^(?:hidden|password|checkbox|radio|color|range)$/.test(type)
          ? ['alt', 'placeholder', 'value']
          : [];
  return names.flatMap((name) => attribute(element, name)?.trim() || []);
}

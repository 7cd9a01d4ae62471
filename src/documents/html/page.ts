import { element, type Html, text } from './element.ts';

/** A whole page on its own: no script, nothing fetched; made to be read on a screen and printed on A4. */
export function page(
  options: { readonly language: 'ja' | 'en'; readonly title: string },
  body: readonly Html[],
): string {
  const policy = "default-src 'none'; style-src 'unsafe-inline'";
  const head = [
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="robots" content="noindex">',
    `<title>${text(options.title).html}</title>`,
    `<style>${style}</style>`,
  ].join('\n');
  return `<!doctype html>\n<html lang="${options.language}">\n<head>\n${head}\n</head>\n${element('body', element('main', body)).html}\n</html>\n`;
}

const style = `
:root { color-scheme: light; --ink: #1c2430; --soft: #5b6675; --line: #d5dbe3; --good: #1a7f4b; --bad: #c0262d; --warn: #9a6700; }
* { box-sizing: border-box; }
body { margin: 0; background: #fff; color: var(--ink); font: 14px/1.6 system-ui, "Hiragino Sans", "Noto Sans CJK JP", "Noto Sans JP", "Yu Gothic UI", Meiryo, sans-serif; }
main { max-width: 1080px; margin: 0 auto; padding: 24px; }
h1 { font-size: 22px; margin: 0 0 4px; }
h2 { font-size: 17px; margin: 28px 0 8px; padding-bottom: 4px; border-bottom: 2px solid var(--ink); break-after: avoid; }
h3 { font-size: 15px; margin: 20px 0 6px; display: flex; gap: 8px; align-items: baseline; flex-wrap: wrap; break-after: avoid; }
table { border-collapse: collapse; width: 100%; margin: 6px 0 10px; }
th, td { border: 1px solid var(--line); padding: 4px 8px; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
td:first-child { min-width: 8em; }
th { background: #f4f6f9; font-weight: 600; white-space: nowrap; }
.doors { table-layout: fixed; }
.doors th { white-space: normal; }
.doors td:first-child { min-width: 0; }
.doors th:nth-child(1) { width: 10%; } .doors th:nth-child(2) { width: 24%; } .doors th:nth-child(3) { width: 18%; }
.doors th:nth-child(4) { width: 17%; } .doors th:nth-child(7) { width: 10%; }
tr { break-inside: avoid; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 2px 16px; margin: 6px 0 10px; }
dt { color: var(--soft); }
dd { margin: 0; overflow-wrap: anywhere; }
.confidential { color: var(--bad); font-weight: 600; margin: 0 0 12px; }
.verdict { font-size: 16px; font-weight: 600; margin: 12px 0 2px; }
.score { font-size: 16px; margin: 0; }
.state { font-size: 13px; font-weight: 600; padding: 0 8px; border-radius: 10px; border: 1px solid currentColor; white-space: nowrap; }
.met { color: var(--good); } .drift, .critical { color: var(--bad); } .stale, .warning, .gap { color: var(--warn); } .unknown, .info { color: var(--soft); }
.hole { color: var(--warn); }
.sign td { height: 48px; }
@media (max-width: 640px) { main { padding: 12px; } dl { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: 6px; } table { display: block; overflow-x: auto; } }
@media print { @page { size: A4; margin: 12mm; } body { font-size: 10.5px; } main { max-width: none; padding: 0; } h2 { margin-top: 16px; } }
`;

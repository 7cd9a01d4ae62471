import { once } from 'node:events';
import net, { type AddressInfo } from 'node:net';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  encodedPage,
  length,
  oddEncodings,
  oddForms,
  of,
  soundForms,
  undecodable,
  unreadForms,
} from '../edge/http-forms.ts';

// Chromium says which answers visitors see; `test/edge/` has what this program makes of the same ones.

let served: Buffer = Buffer.alloc(0);
const server = net.createServer((socket) => {
  socket.on('error', () => {});
  socket.once('data', (head) => socket.end(`${head}`.startsWith('GET /a ') ? of(length) : served));
});
let browser: Browser;
let page: Page;

beforeAll(async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
  });
});

afterAll(async () => {
  await browser?.close();
  server.close();
});

/** The text of the page that Chromium shows for this answer; null where it shows an error in its place. */
async function shown(answer: Buffer): Promise<string | null> {
  served = answer;
  page = await browser.newPage();
  const failed = page.waitForEvent('requestfailed').then(
    () => null,
    () => null,
  );
  const finished = page.waitForEvent('requestfinished').then(
    () => 'whole',
    () => null,
  );
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const gone = page.goto(url, { waitUntil: 'load' }).catch(() => null);
  const end = await Promise.race([failed, finished]);
  if (end !== null) await gone;
  const text = end === null ? null : await page.evaluate(`document.body?.innerText ?? ''`);
  await page.close();
  return text as string | null;
}

const latin = (answer: string) => Buffer.from(answer, 'latin1');

describe('an answer that we read is shown', () => {
  test.each([...oddForms, ...soundForms].map(([name, answer]) => [name, answer] as const))(
    '%s',
    async (_name, answer) => {
      expect(await shown(latin(answer))).toBe('Welcome');
    },
  );
});

describe('an answer that we do not read is not', () => {
  // A status of four digits is shown, and there is no rule for it; a head that ends with the connection over http alone.
  const own = ['a status of four digits', 'a head that never ends'];
  test.each(unreadForms.filter(([name]) => !own.includes(name)))('%s', async (_name, answer) => {
    expect(await shown(latin(answer))).toBeNull();
  });
});

test('a redirect that is said twice is followed where both lead to the same place', async () => {
  const redirect = (second: string) =>
    latin(`HTTP/1.1 302 Found\r\nLocation: /a\r\nLocation: ${second}\r\nContent-Length: 0\r\n\r\n`);
  expect(await shown(redirect('/a'))).toBe('Welcome');
  expect(await shown(redirect('/b'))).toBeNull();
});

const encoded = (encoding: string, body: string | Buffer) => {
  const bytes = Buffer.from(body as string, 'latin1');
  const head = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: ${encoding}\r\nContent-Length: ${bytes.length}\r\n\r\n`;
  return Buffer.concat([latin(head), bytes]);
};

describe('a body that we can unpack is shown', () => {
  // Chromium shows what is packed here as it came; curl unpacks it.
  const own = ['gzip and identity'];
  test.each(oddEncodings.filter(([name]) => !own.includes(name)))('%s', async (_name, encoding, body) => {
    const words = (await shown(encoded(encoding, body)))?.replace(/\s/g, '');
    expect(words).toBe(encodedPage.replace(/<[^>]*>/g, ''));
  });
});

describe('a body that we cannot unpack is not', () => {
  test.each(undecodable)('%s', async (encoding, body) => {
    expect(await shown(encoded(encoding, body))).toBeNull();
  });
});

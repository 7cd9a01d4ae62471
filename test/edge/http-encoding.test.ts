import { afterEach, describe, expect, test } from 'vitest';
import { gzip, oddEncodings, encodedPage as page, undecodable } from './http-forms.ts';
import { openServers } from './http-world.ts';

// Bodies that are not encoded as their header says, each as Chromium shows it; the suite of real servers asks it.

const servers = openServers();
afterEach(() => servers.close());

async function read(encoding: string, body: string | Buffer, piece = 997) {
  const bytes = Buffer.from(body);
  const port = await servers.http((_request, response) => {
    response.writeHead(200, { 'content-encoding': encoding });
    for (let at = 0; at < bytes.length; at += piece) response.write(bytes.subarray(at, at + piece));
    response.end();
  });
  const request = { url: `http://127.0.0.1:${port}/`, address: '127.0.0.1' };
  const limits = { timeoutMs: 10_000, maxBytes: 1_000_000 };
  const answer = await (await servers.edge()).get({ ...request, ...limits }, new AbortController().signal);
  return [Buffer.from(answer.body).toString('latin1'), answer.bodyEnd];
}

describe('is the page', () => {
  test.each(oddEncodings)('%s', async (_name, encoding, body) => {
    expect(await read(encoding, body)).toEqual([page, 'complete']);
    expect(await read(encoding, body, 1_000_000)).toEqual([page, 'complete']);
    expect(await read(encoding, body.slice(0, 60), 1)).toMatchObject({ 1: 'complete' });
  });

  test('of gzip that stops half-way what came', async () => {
    const [body, end] = await read('gzip', gzip.subarray(0, -30));
    expect([page.startsWith(body!), end]).toEqual([true, 'complete']);
  });
});

test.each([...undecodable, ['gzip', `\x1f\x8b\x08\x08${'name'.repeat(30_000)}`]] as const)(
  '%s that is none cannot be shown',
  async (encoding, body) => {
    expect((await read(encoding, Buffer.from(body as string, 'latin1')))[1]).toBe('undecodable');
  },
);

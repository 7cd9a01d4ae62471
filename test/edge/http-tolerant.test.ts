import zlib from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import { ProbeFailure } from '../../src/edge/failure.ts';
import type { HttpAnswer } from '../../src/edge/http-edge.ts';
import { length, oddForms, of, page, soundForms, unreadForms } from './http-forms.ts';
import { openServers } from './http-world.ts';

// Answers that are not written as HTTP asks, each as Chromium reads it; the suite of real servers asks it.

const servers = openServers();
afterEach(() => servers.close());

/** What is read of an answer, written a few bytes at a time, so that no line comes in one piece. */
async function read(answer: string, { step = 5 } = {}): Promise<HttpAnswer> {
  const bytes = Buffer.from(answer, 'latin1');
  const port = await servers.raw((socket) => {
    socket.setNoDelay(true);
    socket.once('data', async () => {
      for (let at = 0; at < bytes.length; at += step) {
        await new Promise((resolve) => socket.write(bytes.subarray(at, at + step), resolve));
      }
      socket.end();
    });
  });
  const request = { url: `http://127.0.0.1:${port}/`, address: '127.0.0.1' };
  return (await servers.edge()).get(
    { ...request, timeoutMs: 10_000, maxBytes: 1_000_000 },
    new AbortController().signal,
  );
}

async function outcome(answer: string): Promise<string> {
  try {
    const { status, body, bodyEnd } = await read(answer);
    return `${status} ${Buffer.from(body).toString()} ${bodyEnd}`;
  } catch (error) {
    if (!(error instanceof ProbeFailure)) throw error;
    return error.code;
  }
}

describe('is read, and what is wrong with it is named', () => {
  test.each(oddForms)('%s', async (_name, answer, malformed) => {
    const seen = await read(answer);
    expect([seen.status, Buffer.from(seen.body).toString(), seen.bodyEnd]).toEqual([200, page, 'complete']);
    expect(seen.malformed).toEqual(malformed);
  });

  test('a head of more than 64 kB, in lines of any length', async () => {
    const long = `X-A: ${'x'.repeat(100_000)}\r\n`;
    const seen = await read(of(long + long + length), { step: 50_000 });
    expect([seen.status, seen.malformed]).toEqual([200, ['head-size']]);
    expect(seen.headers.get('x-a')?.map((value) => value.length)).toEqual([100_000, 100_000]);
  });

  test('a redirect, with the cookie that it sets', async () => {
    const answer =
      'HTTP/1.1 302 Found\nLocation: /next\nSet-Cookie: a=b\nSet-Cookie: c=d\nContent-Length: 0\n\n';
    const { status, redirectsTo, headers } = await read(answer);
    expect([status, redirectsTo?.pathname, headers.get('set-cookie')]).toEqual([
      302,
      '/next',
      ['a=b', 'c=d'],
    ]);
  });

  test.each([
    ['the same', '/a', '/a'],
    ['another', '/b', null],
  ])('a redirect that is said twice, %s', async (_name, second, leads) => {
    const answer = `HTTP/1.1 302 Found\r\nLocation: /a\r\nLocation: ${second}\r\nContent-Length: 0\r\n\r\n`;
    expect((await read(answer)).redirectsTo?.pathname ?? null).toBe(leads);
  });

  test('a compressed page', async () => {
    const packed = zlib.gzipSync(page).toString('latin1');
    const seen = await read(of(`Bad Name: x\r\nContent-Encoding: gzip\r\n`, packed));
    expect([Buffer.from(seen.body).toString(), seen.malformed]).toEqual([page, ['header-line']]);
  });
});

describe('is as HTTP allows', () => {
  test.each(soundForms)('%s', async (_name, answer) => {
    const seen = await read(answer);
    expect([seen.status, Buffer.from(seen.body).toString(), seen.bodyEnd]).toEqual([200, page, 'complete']);
    expect(seen.malformed).toBeUndefined();
  });
});

describe('is not read by browsers either', () => {
  test.each(unreadForms)('%s', async (_name, answer, seen) => {
    expect(await outcome(answer)).toBe(seen);
  });

  test('a head of more than 256 kB', async () => {
    const work = read(of(`X-A: ${'x'.repeat(300_000)}\r\n${length}`), { step: 50_000 });
    await expect(work).rejects.toMatchObject({ code: 'response-unexpected' });
  });

  test('answers before the answer without end', async () => {
    const work = read('HTTP/1.1 100 Continue\n\n'.repeat(1000), { step: 1000 });
    await expect(work).rejects.toMatchObject({ code: 'response-unexpected' });
  });
});

test('what changes something is never sent a second time', async () => {
  let asked = 0;
  const root = await servers.root();
  expect(root).toContain('CERTIFICATE');
  const port = await servers.https((request, response) => {
    asked += 1;
    request.resume();
    response.socket?.end(`HTTP/1.1 200 OK\nContent-Length: 0\n\n`);
  });
  const edge = await servers.edge({ names: { 'www.example.test': ['127.0.0.1'] } });
  const question = { method: 'POST', headers: {}, body: '{}', timeoutMs: 5000, maxBytes: 1000 } as const;
  const url = `https://www.example.test:${port}/`;
  await expect(edge.ask({ ...question, url }, new AbortController().signal)).rejects.toMatchObject({
    code: 'response-unexpected',
  });
  expect(asked).toBe(1);
});

import zlib from 'node:zlib';
import type { MalformedPart } from '../../src/edge/http-edge.ts';

// Answers as they stand on the wire (Latin-1), by what they are an example of.

export const page = '<!doctype html><title>Hello</title>Welcome';
const type = 'Content-Type: text/html\r\n';
export const length = `Content-Length: ${page.length}\r\n`;
const size = page.length.toString(16);
export const of = (headers: string, body = page) => `HTTP/1.1 200 OK\r\n${type}${headers}\r\n${body}`;
const chunked = (body: string) => of('Transfer-Encoding: chunked\r\n', body);

/** Read by browsers, with what a strict client refuses of them. */
export const oddForms: readonly (readonly [string, string, readonly MalformedPart[]])[] = [
  ['lines without a carriage return', `HTTP/1.1 200 OK\n${length.trim()}\n\n${page}`, ['line-ends']],
  ['the same length twice', of(length + length), ['length']],
  ['the same length twice in one line', of(`Content-Length: ${page.length}, ${page.length}\r\n`), ['length']],
  ['a length with a sign', of(`Content-Length: +${page.length}\r\n`), ['length']],
  ['a length below nothing', of('Content-Length: -1\r\n'), ['length']],
  ['an empty length', of('Content-Length: \r\n'), ['length']],
  ['a length in words', of('Content-Length: many\r\n'), ['length']],
  [
    'a length beside chunks',
    of(`Content-Length: 3\r\nTransfer-Encoding: chunked\r\n`, `${size}\r\n${page}\r\n0\r\n\r\n`),
    ['length'],
  ],
  ['no space before the reason', `HTTP/1.1 200OK\r\n${length}\r\n${page}`, ['status-line']],
  ['two spaces before the status', `HTTP/1.1  200 OK\r\n${length}\r\n${page}`, ['status-line']],
  ['half a version', `HTTP/1 200 OK\r\n${length}\r\n${page}`, ['status-line']],
  ['a version in small letters', `http/1.1 200 OK\r\n${length}\r\n${page}`, ['status-line']],
  ['no status', `HTTP/1.1\r\n${length}\r\n${page}`, ['status-line']],
  ['a byte order mark first', `\xef\xbb\xbf${of(length)}`, ['status-line']],
  ['a name with a space', of(`Bad Name: x\r\n${length}`), ['header-line']],
  ['a space before the colon', of(length.replace(':', ' :')), ['header-line']],
  ['a line without a colon', of(`just words\r\n${length}`), ['header-line']],
  ['a header without a name', of(`: x\r\n${length}`), ['header-line']],
  ['a name with brackets', of(`X-(a): x\r\n${length}`), ['header-line']],
  ['a control character', of(`X-A: a\x01b\r\n${length}`), ['header-line']],
  ['a lone carriage return', of(`X-A: a\rb\r\n${length}`), ['header-line']],
  ['a header over two lines', of(`X-A: a\r\n b\r\n${length}`), ['folded-header']],
  [
    'a first header that begins with a space',
    `HTTP/1.1 200 OK\r\n X: y\r\n${length}\r\n${page}`,
    ['folded-header'],
  ],
  ['a chunk with an extension without a name', chunked(`${size};\r\n${page}\r\n0\r\n\r\n`), ['chunks']],
  ['spaces after a chunk’s size', chunked(`${size}  \r\n${page}\r\n0\r\n\r\n`), ['chunks']],
  ['chunks without carriage returns', chunked(`${size}\n${page}\n0\n\n`), ['line-ends']],
  ['a trailer without a colon', chunked(`${size}\r\n${page}\r\n0\r\nbad trailer\r\n\r\n`), ['chunks']],
  [
    'another protocol that nobody asked for',
    `HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\nConnection: upgrade\r\n\r\n${of(length)}`,
    ['status-line'],
  ],
];

/** As HTTP allows. */
export const soundForms: readonly (readonly [string, string])[] = [
  ['100 Continue first', `HTTP/1.1 100 Continue\r\n\r\n${of(length)}`],
  [
    '102 and 103 first',
    `HTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n${of(length)}`,
  ],
  ['no reason', `HTTP/1.1 200\r\n${length}\r\n${page}`],
  ['octets beyond ASCII', of(`X-A: caf\xe9\r\n${length}`)],
  ['chunks with extensions', chunked(`${size};a="b c;d"\r\n${page}\r\n0\r\n\r\n`)],
  ['a trailer', chunked(`${size}\r\n${page}\r\n0\r\nX-A: b\r\n\r\n`)],
  ['a body up to the end of the connection', of('')],
];

/** Not read by browsers either, with what is seen of them. */
export const unreadForms: readonly (readonly [string, string, string])[] = [
  ['lengths that differ', of(`Content-Length: 3\r\n${length}`), 'response-unexpected'],
  ['a warning before the answer', `PHP Warning: x\r\n${of(length)}`, 'response-unexpected'],
  ['a page without a head', page, 'response-unexpected'],
  ['a NUL in a header', of(`X-A: a\0b\r\n${length}`), 'response-unexpected'],
  ['a status of four digits', `HTTP/1.1 2000 OK\r\n${length}\r\n${page}`, 'response-unexpected'],
  ['a head that never ends', 'HTTP/1.1 200 OK\nX-A: b\n', 'response-unexpected'],
  ['chunks that are none', chunked(page), '200  broken-off'],
  ['a chunk without its end', chunked(`${size}\n${page}`), `200 ${page} broken-off`],
];

export const encodedPage = `<!doctype html>Welcome${'<p>more'.repeat(3000)}`;
export const gzip = zlib.gzipSync(encodedPage);
const behind = (bytes: Buffer, rest: string | Buffer) => Buffer.concat([bytes, Buffer.from(rest)]);

/** Shown by browsers as the page: what it is, its `Content-Encoding`, its body. */
export const oddEncodings: readonly (readonly [string, string, string | Buffer])[] = [
  ['a name of a charset', 'UTF-8', encodedPage],
  ['none', 'none', encodedPage],
  ['identity', 'identity', encodedPage],
  ['a name that does not exist', 'foo', encodedPage],
  ['nothing', '', encodedPage],
  ['capitals', 'GZIP', gzip],
  ['gzip and identity', 'gzip, identity', gzip],
  ['gzip with text behind it', 'gzip', behind(gzip, '<!-- 0.1 s -->')],
  ['gzip with something like another one behind it', 'gzip', behind(gzip, Buffer.from([0x1f, 0x8b, 0, 65]))],
  ['gzip with zeros behind it', 'gzip', behind(gzip, Buffer.alloc(20))],
  ['gzip without its end', 'gzip', gzip.subarray(0, -8)],
  ['gzip with a wrong checksum', 'gzip', behind(gzip.subarray(0, -8), Buffer.alloc(8))],
  [
    'gzip with all that its head may hold',
    'gzip',
    behind(
      Buffer.from('1f8b081e00000000000302006162' + '61006200' + '0000', 'hex'),
      zlib.deflateRawSync(encodedPage),
    ),
  ],
  ['deflate', 'deflate', zlib.deflateSync(encodedPage)],
  ['bare deflate', 'deflate', zlib.deflateRawSync(encodedPage)],
  ['Brotli with text behind it', 'br', behind(zlib.brotliCompressSync(encodedPage), 'tail')],
  ['zstd', 'zstd', zlib.zstdCompressSync(encodedPage)],
  ['gzip three times', 'gzip, gzip, gzip', zlib.gzipSync(zlib.gzipSync(gzip))],
];

/** Not shown by browsers: the `Content-Encoding`, and a body that it is not. */
export const undecodable: readonly (readonly [string, string | Buffer])[] = [
  ['gzip', encodedPage],
  ['gzip', zlib.deflateSync(encodedPage)],
  ['gzip, gzip', gzip],
  ['deflate', encodedPage],
  ['deflate', gzip],
  ['br', encodedPage],
  ['zstd', encodedPage],
];

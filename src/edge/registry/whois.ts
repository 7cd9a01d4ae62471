import net from 'node:net';
import type { Address } from '../../protocols/address.ts';
import { ProbeFailure } from '../failure.ts';
import { failureOf } from '../http/failure.ts';
import { firstAnswer } from '../http/first.ts';
import type { Network } from '../network.ts';
import { within } from '../within.ts';

export interface WhoisOptions {
  readonly network: Pick<Network, 'route' | 'lacksIPv4'>;
  readonly resolve: (host: string, port: number, signal: AbortSignal) => Promise<readonly Address[]>;
  /** For everything: connecting, and the answer to its end. */
  readonly timeoutMs: number;
}

const port = 43;
const maxBytes = 64 * 1024;

/**
 * Sends one line to a WHOIS server and reads to the end (RFC 3912). The bytes are as they came: the protocol
 * names no character set.
 *
 * @throws ProbeFailure `timeout`, `refused`, `reset`, `no-route`, `no-ipv4`, `no-ipv6`, `local-fault`, `blocked`,
 * `too-large`, `name-not-found`, `name-unresolvable`; `response-unexpected` for an empty answer.
 */
export async function askWhois(
  server: string,
  query: string,
  options: WhoisOptions,
  signal: AbortSignal,
): Promise<Uint8Array> {
  if (!/^[\x20-\x7e]+$/.test(query)) throw new TypeError('A WHOIS query is one line of printable ASCII');
  return within(options.timeoutMs, 'timeout', signal, async (inTime) => {
    const addresses = await options.resolve(server, port, inTime);
    const ask = async (address: string) => {
      try {
        const route = options.network.route({ host: server, address, port });
        const answer = await exchange(net.connect({ host: route.address, port: route.port }), query, inTime);
        if (answer.length === 0) throw new ProbeFailure('response-unexpected', server);
        return answer;
      } catch (error) {
        throw failureOf(error, address, options.network.lacksIPv4) ?? error;
      }
    };
    return firstAnswer(server, addresses, ask, inTime);
  });
}

function exchange(socket: net.Socket, query: string, signal: AbortSignal): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    let length = 0;
    const stop = () => socket.destroy(signal.reason);
    socket.once('connect', () => socket.write(`${query}\r\n`));
    socket.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      length += chunk.length;
      if (length > maxBytes) socket.destroy(new ProbeFailure('too-large'));
    });
    socket.once('end', () => resolve(Buffer.concat(chunks, length)));
    socket.on('error', reject);
    socket.once('close', () => {
      signal.removeEventListener('abort', stop);
      reject(new ProbeFailure('reset'));
    });
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) stop();
  });
}

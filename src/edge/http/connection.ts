import net from 'node:net';
import { Client } from 'undici';
import { ProbeFailure } from '../failure.ts';
import { settled } from './settled.ts';

/** Most of all header lines together; more is no answer. */
const maxHeaderBytes = 65_536;

/** An undici client that speaks over this one socket, and over no other. */
export function clientOver(url: URL, socket: net.Socket): Client {
  let isTaken = false;
  return new Client(url.origin, {
    maxHeaderSize: maxHeaderBytes,
    // Time is kept by `timeLimit`.
    headersTimeout: 0,
    bodyTimeout: 0,
    // Never at once: undici would not notice a connection that comes about within the call.
    connect: (_target, done) =>
      queueMicrotask(() => {
        if (isTaken || socket.destroyed) done(new ProbeFailure('reset'), null);
        else done(null, socket);
        isTaken = true;
      }),
  });
}

/** A connection without encryption, once it stands. */
export function connectPlain(address: string, port: number, signal: AbortSignal): Promise<net.Socket> {
  return settled(net.connect({ host: address, port }), 'connect', signal);
}

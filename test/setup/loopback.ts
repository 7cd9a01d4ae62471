import dgram from 'node:dgram';
import net, { isIP } from 'node:net';
import { afterEach, expect } from 'vitest';

// A test that leaves this machine fails, also where the program takes the refusal for the world's own.

const inside = new net.BlockList();
inside.addSubnet('127.0.0.0', 8, 'ipv4');
inside.addAddress('::1', 'ipv6');
// Of a link, without saying which one: no machine has a way there.
inside.addSubnet('fe80::', 10, 'ipv6');

const attempts: string[] = [];
function requireInside(host: unknown): void {
  if (typeof host !== 'string' || host === 'localhost') return;
  const family = isIP(host);
  if (family !== 0 && inside.check(host, family === 6 ? 'ipv6' : 'ipv4')) return;
  attempts.push(host);
  throw new Error(`A test may not reach ${host}.`);
}

const { connect } = net.Socket.prototype;
net.Socket.prototype.connect = function (this: net.Socket, ...args: unknown[]) {
  // `net.connect` hands its arguments on as one list.
  const [first, second] = Array.isArray(args[0]) ? (args[0] as unknown[]) : args;
  requireInside(typeof first === 'object' && first !== null ? (first as { host?: unknown }).host : second);
  return Reflect.apply(connect, this, args);
} as typeof connect;

// A UDP socket that is led somewhere has sent nothing yet: so the system is asked whether there is a way.
const { send } = dgram.Socket.prototype;
dgram.Socket.prototype.send = function (this: dgram.Socket, ...args: unknown[]) {
  requireInside(args.slice(1).find((each) => typeof each === 'string') ?? ledTo(this));
  return Reflect.apply(send, this, args);
} as typeof send;

function ledTo(socket: dgram.Socket): string | null {
  try {
    return socket.remoteAddress().address;
  } catch {
    return null;
  }
}

afterEach(() => expect(attempts.splice(0), 'what a test may not reach').toEqual([]));

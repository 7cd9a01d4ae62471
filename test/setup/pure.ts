import childProcess from 'node:child_process';
import dgram from 'node:dgram';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import { afterEach, expect } from 'vitest';

// A pure test that starts a process or a server, or connects, fails, also where the program takes the refusal for the
// world's own.

const attempts: string[] = [];
const refuse = (what: string) => (): never => {
  attempts.push(what);
  throw new Error(`A pure test may not ${what}.`);
};

const connect = refuse('connect');
const serve = refuse('start a server');
const start = refuse('start a process');
net.Socket.prototype.connect = connect;
net.Server.prototype.listen = serve;
Object.assign(dgram.Socket.prototype, { bind: serve, connect, send: connect });
Object.assign(childProcess.ChildProcess.prototype, { spawn: start });
Object.assign(childProcess, { spawnSync: start, execSync: start, execFileSync: start });
syncBuiltinESMExports();

afterEach(() => expect(attempts.splice(0), 'what a pure test may not do').toEqual([]));

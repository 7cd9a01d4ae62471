// Loaded before the built action or command line (`node --import`): a fault in our own code, where no promise waits.
// FAULT says which; FAULT_AT the port of the connection at which it comes, FAULT_ON what a socket writes then.
import { pbkdf2Sync } from 'node:crypto';
import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import threads from 'node:worker_threads';

const { FAULT, FAULT_AT, FAULT_ON } = process.env;

function fault() {
  const error = new Error('thrown in a callback of a socket');
  if (FAULT === 'rejection') return void Promise.reject(error);
  // A run that hears of nothing any more.
  if (FAULT === 'deaf') AbortController.prototype.abort = () => {};
  // A computation that does not end, in JavaScript or within a pattern: no timer and no signal is heard any more.
  if (FAULT === 'loop') for (;;);
  if (FAULT === 'pattern') return /^(?=(?:a|a)+$)/.test(`${'a'.repeat(60)}!`);
  // One that cannot be interrupted.
  if (FAULT === 'native') pbkdf2Sync('a', 'b', 2 ** 31 - 1, 64, 'sha512');
  throw error;
}

if (FAULT === 'no-threads') {
  threads.Worker = class {
    constructor() {
      throw new Error('a thread was started');
    }
  };
  syncBuiltinESMExports();
}

const { connect, write } = net.Socket.prototype;
if (FAULT_AT !== undefined) {
  net.Socket.prototype.connect = function (...args) {
    const [options] = Array.isArray(args[0]) ? args[0] : args;
    if (Number(options.port) === Number(FAULT_AT)) this.once('connect', fault);
    return connect.apply(this, args);
  };
}
if (FAULT_ON !== undefined) {
  net.Socket.prototype.write = function (data, ...rest) {
    if (String(data).startsWith(FAULT_ON)) setImmediate(fault);
    return write.call(this, data, ...rest);
  };
}
if (FAULT === 'never') {
  fs.stat = () => new Promise(() => {});
  syncBuiltinESMExports();
}

// Loaded before the built action or command line (`node --import`): a fault in our own code, where no promise waits.
// FAULT says which; FAULT_AT the port of the connection at which it comes, FAULT_ON what a socket writes then.
import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';

const { FAULT, FAULT_AT, FAULT_ON } = process.env;

function fault() {
  const error = new Error('thrown in a callback of a socket');
  if (FAULT === 'rejection') return void Promise.reject(error);
  // A run that hears of nothing any more.
  if (FAULT === 'deaf') AbortController.prototype.abort = () => {};
  throw error;
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

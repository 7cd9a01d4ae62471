// Loaded before the built action or command line (`node --import`): our own code throws, once, where CRASH_AT says.
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import zlib from 'node:zlib';

const { CRASH_AT } = process.env;
let isDone = false;

function crashOnce() {
  if (isDone) return;
  isDone = true;
  throw new TypeError(`a fault of ours at ${CRASH_AT}`);
}

// What a document beside the ledger says is normalised before it is judged.
const { normalize } = String.prototype;
String.prototype.normalize = function (...args) {
  if (CRASH_AT === 'judge' && this.includes('CRASH HERE')) crashOnce();
  return normalize.apply(this, args);
};

// What an issue remembers is packed when it is rendered.
const { deflateRawSync } = zlib;
zlib.deflateRawSync = (...args) => {
  if (CRASH_AT === 'issue') crashOnce();
  return deflateRawSync(...args);
};

// The machine dies with the first call that would publish anything.
const { write } = net.Socket.prototype;
net.Socket.prototype.write = function (data, ...args) {
  if (CRASH_AT === 'killed' && /^(?:POST|PATCH) /.test(String(data))) process.kill(process.pid, 'SIGKILL');
  return write.call(this, data, ...args);
};

// Texts are escaped when the page of a handover is rendered.
const { replace } = String.prototype;
String.prototype.replace = function (pattern, ...args) {
  if (CRASH_AT === 'handover' && pattern instanceof RegExp && pattern.source === `[&<>"']`) crashOnce();
  return replace.call(this, pattern, ...args);
};
syncBuiltinESMExports();

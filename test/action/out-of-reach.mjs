// Loaded before the built action (`node --import`): every attempt to read a credential, or to reach anything, is
// written down in a file and fails. What is out of reach is said by the variable OUT_OF_REACH.
import dgram from 'node:dgram';
import dns from 'node:dns';
import { appendFileSync } from 'node:fs';
import net from 'node:net';

const log = process.env.OUT_OF_REACH_LOG;
const forbidden = new Set((process.env.OUT_OF_REACH ?? '').split(','));

function refuse(what) {
  appendFileSync(log, `${what}\n`);
  throw new Error(`out of reach: ${what}`);
}

if (forbidden.has('network')) {
  net.Socket.prototype.connect = (...args) => refuse(`connect ${JSON.stringify(args[0]?.[0] ?? args[0])}`);
  for (const method of ['send', 'connect', 'bind']) {
    dgram.Socket.prototype[method] = () => refuse(`dgram ${method}`);
  }
  for (const from of [dns, dns.promises]) {
    for (const method of ['lookup', 'resolve', 'resolve4', 'resolve6']) {
      from[method] = (name) => refuse(`dns ${method} ${name}`);
    }
  }
  globalThis.fetch = (url) => refuse(`fetch ${url}`);
}

const secrets = {
  credentials: /^(INPUT_CREDENTIALS|RECOVERY_LEDGER_CREDENTIALS|AWS_.*|.*_(API_)?(KEY|SECRET)$)/i,
  token: /^(INPUT_GITHUB-TOKEN|GITHUB_TOKEN|GH_TOKEN|ACTIONS_.*TOKEN)$/i,
};
const guarded = Object.entries(secrets).filter(([name]) => forbidden.has(name));
process.env = new Proxy(process.env, {
  get(target, name) {
    for (const [kind, pattern] of guarded) if (pattern.test(String(name))) refuse(`${kind} ${String(name)}`);
    return target[name];
  },
});

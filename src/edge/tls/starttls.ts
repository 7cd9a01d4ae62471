import type net from 'node:net';
import { ProbeFailure } from '../failure.ts';

/** The protocols in which a server can be asked to go on encrypted. */
export type StartTls = 'smtp' | 'imap';

/** Far more than any greeting; a server that sends more is none of these. */
const maxBytes = 16_384;

/**
 * Brings a fresh connection to where the TLS handshake may begin: SMTP (RFC 3207) or IMAP (RFC 9051 §6.2.1).
 *
 * @throws ProbeFailure `tls-failed` where the server says that it has no STARTTLS; `response-unexpected` where it
 * speaks otherwise, or refuses for now; `reset`, `timeout`.
 */
export async function startTls(
  socket: net.Socket,
  protocol: StartTls,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<void> {
  const lines = readLines(socket, timeoutMs, signal);
  try {
    if (protocol === 'smtp') {
      await smtpReply(lines, '220');
      socket.write('EHLO recovery-ledger.invalid\r\n');
      await smtpReply(lines, '250');
      socket.write('STARTTLS\r\n');
      await smtpReply(lines, '220', isForGood);
    } else {
      if (!/^\* OK\b/i.test(await lines.next())) throw refused();
      socket.write('a1 STARTTLS\r\n');
      let line = await lines.next();
      while (line.startsWith('* ')) line = await lines.next();
      // RFC 9051 §7.1.3: BAD, the command is not known; NO may be for now.
      if (/^a1 BAD\b/i.test(line)) throw notOffered();
      if (!/^a1 OK\b/i.test(line)) throw refused();
    }
  } finally {
    lines.stop();
  }
}

/** Reads one reply, of several lines if need be (RFC 5321 §4.2.1). */
async function smtpReply(
  lines: Lines,
  code: string,
  isNever: (line: string) => boolean = () => false,
): Promise<void> {
  for (;;) {
    const line = await lines.next();
    if (isNever(line)) throw notOffered();
    if (!line.startsWith(code)) throw refused();
    if (line[3] !== '-') return;
  }
}

/** RFC 5321 §4.2.1: replies that begin with 5 are for good. */
const isForGood = (line: string) => line.startsWith('5');

function notOffered(): ProbeFailure {
  return new ProbeFailure('tls-failed', 'STARTTLS_NOT_OFFERED');
}

function refused(): ProbeFailure {
  return new ProbeFailure('response-unexpected', 'STARTTLS');
}

interface Lines {
  next(): Promise<string>;
  stop(): void;
}

function readLines(socket: net.Socket, timeoutMs: number, signal: AbortSignal): Lines {
  let buffered = '';
  let failure: unknown = null;
  let wake: () => void = () => {};
  const fail = (error: unknown) => {
    failure ??= error;
    wake();
  };
  const onData = (data: Buffer) => {
    buffered += data.toString('latin1');
    if (buffered.length > maxBytes) fail(new ProbeFailure('response-unexpected', 'STARTTLS'));
    wake();
  };
  const onClose = () => fail(new ProbeFailure('reset'));
  const onAbort = () => fail(signal.reason);
  const timer = setTimeout(() => fail(new ProbeFailure('timeout')), timeoutMs);
  socket.on('data', onData);
  socket.on('close', onClose);
  socket.on('error', onClose);
  signal.addEventListener('abort', onAbort, { once: true });
  return {
    async next() {
      for (;;) {
        const end = buffered.indexOf('\n');
        if (end >= 0) {
          const line = buffered.slice(0, end).replace(/\r$/, '');
          buffered = buffered.slice(end + 1);
          return line;
        }
        if (failure !== null) throw failure;
        if (signal.aborted) throw signal.reason;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
    stop() {
      clearTimeout(timer);
      socket.pause();
      socket.off('data', onData);
      socket.off('close', onClose);
      socket.off('error', onClose);
      socket.on('error', () => {});
      signal.removeEventListener('abort', onAbort);
    },
  };
}

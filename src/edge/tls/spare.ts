import type { TLSSocket } from 'node:tls';
import type { Opened } from './handshake.ts';

/** Connections that wait: most endpoints come at once or never, and a machine may allow a process 256 files. */
const mostSpare = 32;

/** Connections that wait for somebody to speak over them, one for each server, the newest ones. */
export interface Spare {
  /** Keeps it; one that ends in the meantime is forgotten. */
  keep(key: string, opened: Opened): void;
  /** Hands it out, where it can still be spoken over. */
  take(key: string): Opened | null;
  /** Closes all, and from now on whatever is to be kept. */
  close(): void;
}

export function openSpare(): Spare {
  const spare = new Map<string, Opened>();
  let isClosed = false;
  return {
    keep(key, opened) {
      if (isClosed) {
        opened.socket.destroy();
        return;
      }
      spare.get(key)?.socket.destroy();
      spare.delete(key);
      spare.set(key, opened);
      for (const [oldest, { socket }] of spare) {
        if (spare.size <= mostSpare) break;
        spare.delete(oldest);
        socket.destroy();
      }
      opened.socket.once('close', () => {
        if (spare.get(key) === opened) spare.delete(key);
      });
    },
    take(key) {
      const waiting = spare.get(key);
      spare.delete(key);
      return waiting !== undefined && isUsable(waiting.socket) ? waiting : null;
    },
    close() {
      isClosed = true;
      for (const { socket } of spare.values()) socket.destroy();
      spare.clear();
    },
  };
}

function isUsable(socket: TLSSocket): boolean {
  return !socket.destroyed && socket.readable && socket.writable && socket.readableLength === 0;
}

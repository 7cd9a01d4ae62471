import type net from 'node:net';

/** The socket, once `event` has come; destroyed where an error or the signal comes first. */
export function settled<S extends net.Socket>(socket: S, event: string, signal: AbortSignal): Promise<S> {
  return new Promise((resolve, reject) => {
    const stop = () => socket.destroy(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
    const end = () => signal.removeEventListener('abort', stop);
    socket.once(event, () => {
      end();
      resolve(socket);
    });
    // Stays, so that an error on an idle socket is nobody's surprise.
    socket.on('error', (error) => {
      end();
      reject(error);
    });
    if (signal.aborted) stop();
  });
}

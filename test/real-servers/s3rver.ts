import { createRequire } from 'node:module';
import { parseArgs } from 'node:util';

// Starts s3rver, which checks every signature: `node --openssl-legacy-provider s3rver.ts --directory … --port …`.
// The older cipher is what it makes page tokens with.

/** As much of Koa's application and context as is touched here. */
interface Server {
  readonly middleware: ((context: Context, next: () => Promise<void>) => Promise<void>)[];
  run(): Promise<unknown>;
}
interface Context {
  readonly path: string;
  mountPath: string;
  readonly state: { vhost: boolean };
}

const S3rver: new (options: object) => Server = createRequire(import.meta.url)('@20minutes/s3rver');

const { values } = parseArgs({ options: { directory: { type: 'string' }, port: { type: 'string' } } });
const server = new S3rver({
  directory: values.directory,
  address: '127.0.0.1',
  port: Number(values.port),
  silent: true,
  // No host name is a bucket's.
  vhostBuckets: false,
});

/**
 * It takes `/bucket/` to be signed as `/bucket`, and so refuses AWS's own client and restic; S3 takes the path as it
 * was sent. Its rule for host names is what comes to `/bucket/`. The signature itself is checked as before.
 */
server.middleware.splice(-1, 0, async (context, next) => {
  if (/^\/[^/]+\/$/.test(context.path)) {
    context.state.vhost = true;
    context.mountPath = '/';
  }
  await next();
});

await server.run();

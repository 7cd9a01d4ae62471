import { createServer } from 'node:http';
import { startGitHub } from '../../fixtures/world/github.ts';

// Started within a network namespace: a web server on port 80 of the addresses that are named, and GitHub on loopback.
// Says in one line where GitHub is, once both are there.

const [now = '', ...addresses] = process.argv.slice(2);
await Promise.all(
  addresses.map(
    (address) =>
      new Promise<void>((resolve) => {
        createServer((_request, response) => response.end('Welcome')).listen(80, address, resolve);
      }),
  ),
);
const { url, token, repository } = await startGitHub({ repository: 'kitahama-care/aoba-seika', now });
console.log(JSON.stringify({ url, token, repository, settings: { private: true } }));

// Loaded before the built action: a disk on which nothing can be written below the folder in FULL_DISK.
import { open } from 'node:fs/promises';

const probe = await open(process.execPath, 'r');
const prototype = Object.getPrototypeOf(probe);
await probe.close();
prototype.writeFile = () => {
  const error = new Error('ENOSPC: no space left on device, write');
  error.code = 'ENOSPC';
  return Promise.reject(error);
};

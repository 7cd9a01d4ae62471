import { setFlagsFromString } from 'node:v8';

// A net below `npm run check:patterns`, for the patterns of libraries too: one that goes back and forth without end is
// run by V8's linear engine instead. Patterns with lookarounds or back references stay as they are. It holds for
// patterns that are made from now on, so that both entries load this first.
setFlagsFromString('--enable-experimental-regexp-engine-on-excessive-backtracks');

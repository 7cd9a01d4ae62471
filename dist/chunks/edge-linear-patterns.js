import { setFlagsFromString } from "node:v8";

// src/edge/linear-patterns.ts
setFlagsFromString("--enable-experimental-regexp-engine-on-excessive-backtracks");

export {  };
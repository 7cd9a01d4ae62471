// src/check/version.ts
/** The version of this tool; a test keeps it equal to package.json's. */
const version = "0.1.0";

export { version as t };
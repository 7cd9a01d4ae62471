import { a as dayMs } from "./values.js";

// src/probes/probe.ts
/** What is added to the moment a run is due, since GitHub may delay or drop it: two days. */
const slackMs = 2 * dayMs;

export { slackMs as t };
import type * as z from 'zod';
import type { reportSchema } from './json-schema.ts';

// The report as it is written to report.json, as its schema says; `schema/report.schema.json` is made from the same.

type Unchanging<T> = T extends (infer E)[]
  ? readonly Unchanging<E>[]
  : T extends object
    ? { readonly [K in keyof T]: Unchanging<T[K]> }
    : T;

export type Report = Unchanging<z.infer<typeof reportSchema>>;

export type Verdict = Report['verdict'];
export type Mode = Report['mode'];
export type ReportedFinding = Report['findings'][number];
export type ReportedObservation = Report['observations'][number];
export type ReportedDate = Report['deadlines'][number];

/** A part of the ledger that this run did not look at, and why. */
export type NotAsked = Report['notAsked'][number];

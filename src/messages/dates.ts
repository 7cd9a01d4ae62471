import type { DateSubject } from '../probes/probe.ts';
import type { Format } from './format.ts';

/** What happens at each sort of date, in a few words for a table. */
export type DateMessages = {
  readonly [T in DateSubject['type']]: (subject: Extract<DateSubject, { type: T }>, format: Format) => string;
};

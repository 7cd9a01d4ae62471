import type { TruthCase } from './case.ts';
import { dnsCases } from './dns-cases.ts';
import { httpCases } from './http-cases.ts';
import { ledgerCases } from './ledger-cases.ts';
import { pageCases } from './page-cases.ts';
import { secretCases } from './secret-cases.ts';
import { tlsCases } from './tls-cases.ts';

/** Every row of the table, by the heading that it stands under. */
export const truthCases: ReadonlyMap<string, readonly TruthCase[]> = new Map([
  ['What is written in a ledger', ledgerCases],
  ['What a web server answers', httpCases],
  ['What name servers answer', dnsCases],
  ['What looks like a secret', secretCases],
  ['What pages say', pageCases],
  ['What TLS servers show', tlsCases],
]);

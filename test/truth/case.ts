/**
 * One row of `docs/truth.md`: a small input that a check of this kind has been wrong about, what a program or a
 * standard that this project did not write says of it, and what this program finds. The table is made from the rows,
 * and `table.test.ts` runs each of them.
 */
export interface TruthCase {
  /** What was served, written or answered, in plain words. */
  readonly input: string;
  /** Who says it: a program with its version's name (`Chromium`, `OpenSSL`, `BIND`, `Mail::SPF`) or a section of an RFC. */
  readonly judge: string;
  /** What they say. */
  readonly says: string;
  /** What this program finds: rules with their severity, or `match`; exactly what `find` gives. */
  readonly ours: string;
  /** Serves or writes the input, checks it through the public interface, and gives what was found. */
  find(): Promise<string>;
}

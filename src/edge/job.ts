import { basename, dirname } from 'node:path';
import * as core from '@actions/core';
import { harmlessInLog, plainLine } from '../text/escape.ts';
import { OutputFailure, writeOutput } from './work-tree.ts';

// Loaded by the action alone: the command line has no job.

/** The job that the action is a step of: its inputs, its log, its summary, its files. */
export interface Job extends JobEdge {
  /** An input as the workflow gives it; the empty string where it does not. */
  input(name: string): string;
  /** As `input`, and hidden from now on in all that the job logs, line by line. */
  secret(name: string): string;
  /** Hides a text from now on in all that the job logs. */
  mask(secret: string): void;
  /** A variable of the runner's; the empty string where it is not set. */
  environment(name: string): string;
  /** Marks the step as failed, with a line in its log. It still runs to its end. */
  fail(message: string): void;
  /** A line in the log. */
  note(message: string): void;
  /** As `writeFile`; returns the reason where the file could not be written, else null. */
  tryWriteFile(path: string, text: string): Promise<string | null>;
}

/** Speaks to the runner by workflow commands and its files (`GITHUB_OUTPUT`, `GITHUB_STEP_SUMMARY`). */
export function openJob(): Job {
  return {
    input: (name) => core.getInput(name, { trimWhitespace: false }),
    secret(name) {
      const value = core.getInput(name, { trimWhitespace: false }).trim();
      for (const fragment of fragmentsOf(value)) core.setSecret(fragment);
      return value;
    },
    mask(secret) {
      for (const line of secret.split(/\r?\n/)) if (line.trim() !== '') core.setSecret(line.trim());
    },
    environment: (name) => process.env[name] ?? '',
    fail: (message) => core.setFailed(plainLine(message, 2000)),
    note: (message) => core.info(harmlessInLog(plainLine(message, 2000))),
    annotate({ level, message, title, file, line, column }) {
      const properties = { title, file, startLine: line, startColumn: column };
      if (level === 'error') core.error(message, properties);
      else if (level === 'warning') core.warning(message, properties);
      else core.notice(message, properties);
    },
    async summarise(markdown) {
      // Without the file there is no summary to write to: an old runner, or none at all.
      if (process.env.GITHUB_STEP_SUMMARY) await core.summary.addRaw(markdown, true).write();
    },
    output(name, value) {
      // Without the file `setOutput` would print a command that today's runners refuse.
      if (process.env.GITHUB_OUTPUT) core.setOutput(name, value);
    },
    async writeFile(path, text) {
      await writeOutput(dirname(path), basename(path), text);
    },
    async tryWriteFile(path, text) {
      try {
        await writeOutput(dirname(path), basename(path), text);
        return null;
      } catch (error) {
        if (error instanceof OutputFailure) return error.code;
        throw error;
      }
    },
  };
}

/**
 * What the runner is to hide of a secret: it masks line by line, so each line, and of a line `host Header: value` the
 * value and its longer words, which may be logged without the rest. Short fragments would blank out innocent words.
 */
function fragmentsOf(secret: string): string[] {
  return secret.split(/\r?\n/).flatMap((line) => {
    const value = line.slice(line.indexOf(':') + 1).trim();
    const words = value.split(/\s+/).filter((word) => word.length >= 8);
    return [line.trim(), value, ...words].filter((fragment) => fragment.length >= 4);
  });
}

/** The job that a run is a step of. */
export interface JobEdge {
  annotate(annotation: Annotation): void;
  /** Adds to the job's summary. */
  summarise(markdown: string): Promise<void>;
  output(name: string, value: string): void;
  /** Writes a file whole or not at all, making its folders. */
  writeFile(path: string, text: string): Promise<void>;
}

export type AnnotationLevel = 'error' | 'warning' | 'notice';

/** A remark on a line of a file. Texts are plain, one line each; the writer of the command escapes it. */
export interface Annotation {
  readonly level: AnnotationLevel;
  readonly title: string;
  readonly message: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

import * as z from 'zod';

/** A project's id. https://cloud.google.com/resource-manager/docs/creating-managing-projects */
export const project = z.string().regex(/^(?:[a-z0-9.-]+:)?[a-z][a-z0-9-]{4,28}[a-z0-9]$/, 'example-project');

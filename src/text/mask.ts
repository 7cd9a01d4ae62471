/** Stands in place of a secret in what was observed. A value that holds it is not what anybody saw. */
export const mask = '***';

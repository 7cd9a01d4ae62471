/** The hosts of MX records, `.` (no mail) left out. */
export function exchangesOf(records: readonly string[]): string[] {
  return records.map((record) => record.replace(/^\d+ /, '')).filter((host) => host !== '.');
}

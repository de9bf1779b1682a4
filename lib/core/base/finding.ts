/** An error means the impression is lost, doubled or wrongly counted; a warning, that it may be. */
export type Severity = 'error' | 'warning' | 'info';

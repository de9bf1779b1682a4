/** What goes wrong with reports: what happened, and what to do now. */
export const REPORT_ERRORS = {
  'reports-pending': {
    sentence: 'Your user has as many reports under way as the service makes at a time.',
    next: 'Wait until one of them is done, fifteen minutes at most, then ask again.',
  },
  'report-failed': {
    sentence: 'The service could not make this report.',
    next: 'Ask again in a few minutes. If it stays, ask for fewer days, or by day.',
  },
  'report-late': {
    sentence: 'The service has not made this report within its fifteen minutes.',
    next: 'Ask for fewer days, by day, or about less.',
  },
  'report-unreadable': {
    sentence:
      'What the service gave is not the whole report that was asked for: columns are missing, or it breaks off.',
    next: 'Ask again. If it stays, report it with the type of the report.',
  },
  'report-too-large': {
    sentence: 'This report has more figures than are kept.',
    next: 'Ask by day, for fewer days, or about less.',
  },
  'report-interrupted': {
    sentence: 'This report was interrupted over an hour ago.',
    next: 'Ask again.',
  },
} as const;

export type HostProblem =
  | 'host-not-text'
  | 'host-empty'
  | 'host-not-https'
  | 'host-too-wide'
  | 'host-path'
  | 'host-unreadable';

export type HostReading =
  | { readonly pattern: string; readonly problem: null }
  | { readonly pattern: null; readonly problem: HostProblem };

const LOCAL = new Set(['localhost', '127.0.0.1']);
const LABEL = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/;

/**
 * The match pattern of a console, from what a person writes: a host name, an address copied from the
 * browser, or a pattern. Always `https://host/*` (`http` for this computer only): browsers ask for
 * hosts, not for paths, and patterns carry no port. `*.` stands for every host below.
 */
export function readHostPattern(written: unknown): HostReading {
  if (typeof written !== 'string') return refuse('host-not-text');
  const text = written.trim();
  if (text === '') return refuse('host-empty');
  const parts = /^(?:([a-z*]+):\/\/)?([^/?#]*)([^]*)$/i.exec(text);
  const scheme = (parts?.[1] ?? 'https').toLowerCase();
  const host = (parts?.[2] ?? '').toLowerCase().replace(/:\d{1,5}$/, '');
  const rest = parts?.[3] ?? '';
  const isLocal = LOCAL.has(host);
  if (scheme !== 'https' && !(scheme === 'http' && isLocal)) return refuse('host-not-https');
  // A star inside a path would promise what the browser does not keep.
  if (rest.replace(/^\/\*$/, '').includes('*')) return refuse('host-path');
  const problem = isLocal ? null : checkHost(host);
  return problem ? refuse(problem) : { pattern: `${scheme}://${host}/*`, problem: null };
}

function checkHost(host: string): HostProblem | null {
  if (/^\*(?:\.\*)*$/.test(host)) return 'host-too-wide';
  const isWide = host.startsWith('*.');
  const labels = (isWide ? host.slice(2) : host).split('.');
  if (host.length > 253 || labels.some((label) => !LABEL.test(label))) return 'host-unreadable';
  // `*.com` and, for good measure, `*.co.uk`: nobody's console is a whole registry.
  const isRegistry =
    labels.length < 2 || (labels.length === 2 && labels.every((l) => l.length < 4));
  if (isWide && isRegistry) return 'host-too-wide';
  return labels.length < 2 ? 'host-unreadable' : null;
}

function refuse(problem: HostProblem): HostReading {
  return { pattern: null, problem };
}

/** The host name in a match pattern such as `https://app.kevel.co/*`. */
export function hostOf(pattern: string): string {
  return pattern.replace(/^[\w*]+:\/\//, '').replace(/\/.*$/, '');
}

/** Whether a match pattern stands for this host name, whatever the scheme. */
export function hostMatches(pattern: string, host: string): boolean {
  const wanted = hostOf(pattern);
  // `https://*.example.com/*` stands for the host and everything below it (match patterns).
  if (!wanted.startsWith('*.')) return wanted === host;
  return host === wanted.slice(2) || host.endsWith(wanted.slice(1));
}

import { ANSWERS, type AnswerFile, HOP_FOLDER } from './answer';
import { answerAddress, CANARY_HOST } from './canary';
import type { Lease } from './lease';

/** What `declarativeNetRequest` calls the kinds of requests; a rule that names none leaves out the page itself. */
export const REQUEST_TYPES = [
  'main_frame',
  'sub_frame',
  'stylesheet',
  'script',
  'image',
  'font',
  'object',
  'xmlhttprequest',
  'ping',
  'csp_report',
  'media',
  'websocket',
  'other',
] as const;
type RequestType = (typeof REQUEST_TYPES)[number];

/** A rule of `declarativeNetRequest` as far as rehearsal needs it. */
export interface RehearsalRule {
  readonly id: number;
  readonly priority: number;
  readonly action: {
    readonly type: 'redirect';
    readonly redirect: { readonly url: string } | { readonly regexSubstitution: string };
  };
  readonly condition: {
    readonly requestDomains: readonly string[];
    readonly regexFilter: string;
    readonly isUrlFilterCaseSensitive: boolean;
    readonly resourceTypes: readonly RequestType[];
    readonly tabIds?: readonly number[];
    readonly excludedInitiatorDomains?: readonly string[];
  };
}

/** Where impressions are counted, with all its hosts; and the canary's, which is nowhere. */
const DOMAINS = ['adnxs.com', CANARY_HOST];

/** The whole address of a tracker, as `isPixelAddress` knows it: the last folder is `imptr`. */
const TRACKER = String.raw`^(https?://[^/?#]+)/(?:[^?#]*/)?imptr/?(?:[?#&].*)?$`;

/** What a browser calls a request that belongs to no tab: a worker's, or that of a page which closes. */
const NO_TAB = -1;
const RULES_EACH = 6;

/**
 * The rules of one rehearsal: trackers asked for by the tab, or by nobody's tab, are led through a hop that carries the
 * token to a file of the extension. DevTools tells the hop and not the file, whose address no page can guess
 * ([0026](../../../docs/decisions/0026-rehearsal.md)). `origin` is the extension's, `others` the hosts let through.
 */
export function rehearsalRules(
  { slot, tabId, token, run }: Pick<Lease, 'slot' | 'tabId' | 'token' | 'run'>,
  origin: string,
  others: readonly string[],
): readonly RehearsalRule[] {
  const scopes = [
    { tabIds: [tabId] },
    { tabIds: [NO_TAB], ...(others.length > 0 && { excludedInitiatorDomains: others }) },
  ];
  const isScript = (type: RequestType) => type === 'script';
  const led = scopes.flatMap((scope) => [
    toHop(ANSWERS.script, REQUEST_TYPES.filter(isScript), scope),
    toHop(
      ANSWERS.picture,
      REQUEST_TYPES.filter((type) => !isScript(type)),
      scope,
    ),
  ]);
  const answered = Object.values(ANSWERS).map(toFile);
  return [...led, ...answered].map((rule, index) => ({
    id: slot * RULES_EACH + index + 1,
    priority: 1,
    ...rule,
  }));

  function toHop(file: AnswerFile, resourceTypes: readonly RequestType[], scope: object) {
    const regexSubstitution = String.raw`\1/${HOP_FOLDER}/${token}/${file}`;
    return {
      action: { type: 'redirect', redirect: { regexSubstitution } },
      condition: {
        requestDomains: DOMAINS,
        regexFilter: TRACKER,
        isUrlFilterCaseSensitive: false,
        resourceTypes,
        ...scope,
      },
    } as const;
  }

  function toFile(file: AnswerFile) {
    return {
      action: { type: 'redirect', redirect: { url: answerAddress(origin, file, run) } },
      condition: {
        requestDomains: DOMAINS,
        regexFilter: `/${HOP_FOLDER}/${token}/${file.replace('.', String.raw`\.`)}$`,
        isUrlFilterCaseSensitive: true,
        resourceTypes: REQUEST_TYPES,
      },
    } as const;
  }
}

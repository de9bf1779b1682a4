import type { Accepts } from '../../core/ad-server/ad-server';
import type { TagForm } from '../../core/tag-sheet/columns';
import type { SheetNote } from '../../core/tag-sheet/notes';
import type { SheetWords } from '../../core/tag-sheet/sheet-table';

const FORMS: Record<TagForm, string> = {
  url: 'bare URL',
  image: 'image tag',
  javascript: 'script tag',
};
const ACCEPTED: Record<Accepts, string> = {
  url: 'a bare URL',
  img: 'an image tag',
  script: 'a script tag',
  html: 'HTML',
};

/** Everything in the file that is not data: titles, notes, instructions. */
export const sheetWords: SheetWords = {
  title: 'Impression tag sheet',
  block: {
    advertiser: 'Advertiser',
    campaign: 'Campaign',
    author: 'Author',
    date: 'Date',
    version: 'Version',
  },
  allPlacements: 'All placements',
  formats: { image: 'image', script: 'script' },
  note: sheetNoteText,
  instructions: {
    header: ['Column', 'What it is'],
    columns: {
      trackerId:
        'Id of the impression tracker in Microsoft Monetize; the id= in every tag of the row.',
      trackerName: 'Name of the tracker in Monetize.',
      advertiser: 'Advertiser in Monetize, with its id.',
      lineItem: 'Line item the impressions are counted for, with its id.',
      publisher: 'Publisher the impressions are counted for, with its id.',
      adServer:
        'The ad server these tags are made for. In another one its macros stay as they are.',
      site: 'Site the ad runs on.',
      placement: 'Placement in Monetize, with its id; “All placements” where the tracker has none.',
      creative: 'Creative or ad in your ad server. Yours to fill in.',
      dimensions: 'Width and height of the ad, such as 300x250.',
      start: 'First day.',
      end: 'Last day.',
      format: 'Which kinds of tag this ad server takes: image, script or both.',
      url: 'For fields that take a URL and nothing else. It has t=2, so it answers with an image; do not load it as a script.',
      image: 'For fields that take an image tag or HTML (t=2).',
      javascript: 'For fields that take a script tag or HTML (t=1, answers with JavaScript).',
      cachebuster:
        'The macro that this ad server must replace with a new number on every impression. Left as it stands, repeats come from caches and are not counted.',
      cost: 'The macro or number in ancost, and its unit. Monetize reads money per impression, and it overrides the payment rules there. “none”: no cost is sent.',
      consent: 'Consent parameters in the tags; this ad server must replace their macros.',
      pasteInto: 'Screen or field of the ad server, where that is known.',
      qaResult: 'Yours to fill in once the tag has been seen to fire: pass or fail.',
      qaDate: 'Day of that test.',
      qaBy: 'Who tested it.',
      notes: 'What to mind in this row, and why a tag cell is empty.',
    },
    rules: [
      ['', ''],
      ['Rule', 'Why'],
      [
        'Copy from the formula bar, not the cell',
        'A whole cell copied from a spreadsheet gets quotation marks around it and its own marks doubled, which breaks the tag.',
      ],
      [
        'Leave the macros as they are',
        'The ad server replaces them when it serves. Do not encode, translate or fill them in.',
      ],
      [
        'redir stays last',
        'Everything after redir= belongs to the redirect. Parameters added behind it never arrive.',
      ],
      [
        'One form of the tag per ad',
        'URL, image and JavaScript of a row count the same impression. Two of them in one ad count it twice.',
      ],
      [
        'Take a new sheet after a change',
        'A tag keeps what was true when it was made. Compare the version at the top.',
      ],
    ],
  },
};

/** A remark in the Notes column, as a sentence. */
function sheetNoteText(note: SheetNote): string {
  switch (note.code) {
    case 'form-left-out':
      return `No ${FORMS[note.form]}: this ad server takes ${acceptedText(note.accepts)}.`;
    case 'url-is-image':
      return 'The bare URL has t=2: it answers with an image.';
    case 'field-unknown':
      return 'What this ad server’s field takes is not known; ask which form to use.';
    case 'cachebuster-unknown':
      return 'The cachebuster macro of this ad server is not known, so the tags have none; ask for it, or repeats are not counted.';
    case 'never-expands':
      return 'Nothing here replaces macros; whoever builds the ad must add a random cachebuster.';
    case 'cost-overrides':
      return `ancost overrides the payment rules in Monetize. It must be money per impression${note.unit === null ? '' : `; this macro: ${note.unit}`}.`;
    case 'cost-left-out':
      return `No ancost: ${note.macro} is not known to be money per impression (${note.unit ?? 'unit not stated'}).`;
    case 'cost-unknown':
      return 'No ancost: no cost macro of this ad server is known.';
    case 'consent-unknown':
      return 'No consent parameters: no consent macro of this ad server is known.';
    case 'url-too-long':
      return `The URL has ${note.length} characters; this ad server takes ${note.limit}.`;
    case 'check-with-ad-server':
      return 'Macros from a source other than the ad server’s own documentation: check with the ad server.';
    case 'tracker-inactive':
      return 'The tracker is inactive in Monetize: its impressions are not counted.';
  }
}

function acceptedText(accepts: readonly Accepts[]): string {
  return accepts.map((kind) => ACCEPTED[kind]).join(' or ');
}

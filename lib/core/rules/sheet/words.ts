const PARTS: Readonly<Record<string, string>> = {
  tracker: 'the tracker’s id',
  name: 'the tracker’s name',
  cachebuster: 'the cachebuster',
  cost: 'the cost',
  parameters: 'the other parameters',
  redirect: 'the redirect',
};
const FORMS: Readonly<Record<string, string>> = {
  url: 'a bare URL',
  image: 'an image tag',
  javascript: 'a script tag',
  'script-url': 'a bare URL that answers with JavaScript (t=1)',
  vast: 'VAST',
  native: 'native JSON',
  amp: 'an AMP pixel',
};

/** A part of a tag, in a sentence. */
export function partText(part = ''): string {
  return PARTS[part] ?? 'one part';
}

/** A form of a tag, in a sentence. */
export function formText(form = '', other: string): string {
  return FORMS[form] ?? other;
}

export function quoted(text = ''): string {
  return text ? `“${text}”` : 'missing';
}

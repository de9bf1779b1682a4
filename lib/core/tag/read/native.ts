const IMAGE = 1;

/**
 * The impression trackers of a native ad (OpenRTB Native 1.2: `imptrackers`, and `eventtrackers` of
 * the image method). Empty where the text is no such JSON.
 */
export function nativeTrackers(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  if (!text.includes('trackers"')) return found;
  const waiting: unknown[] = [parse(text)];
  // A list of what is still to be looked at: JSON may be nested deeper than calls may be.
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    if (Array.isArray(value)) for (const item of value) waiting.push(item);
    else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) {
        if (key === 'imptrackers') addTexts(inner, found);
        else if (key === 'eventtrackers') addEvents(inner, found);
        else if (typeof inner === 'object' && inner !== null) waiting.push(inner);
      }
    }
  }
  return found;
}

function addTexts(value: unknown, found: Set<string>): void {
  if (!Array.isArray(value)) return;
  for (const item of value) if (typeof item === 'string') found.add(item.trim());
}

function addEvents(value: unknown, found: Set<string>): void {
  if (!Array.isArray(value)) return;
  for (const item of value) {
    if (typeof item !== 'object' || item === null) continue;
    if ('method' in item && item.method === IMAGE && 'url' in item) addTexts([item.url], found);
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

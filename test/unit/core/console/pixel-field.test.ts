import { describe, expect, it } from 'vitest';

import { fieldKey, type FieldTraits, isPixelField } from '@/lib/core/console/pixel-field';

import { ownTime } from '../../../support/own-time';

const field: FieldTraits = {
  kind: 'textarea',
  inputType: '',
  maxLength: null,
  labels: [],
  names: [],
  value: '',
  host: 'console.example',
};

describe('a pixel field by its label', () => {
  it.each([
    'Third party impression tracker 1 (optional)',
    'Third-Party Pixel URL',
    'Third-party impression pixels',
    'Impression tracking URL',
    'Impression tracking URLs *',
    'Impression image URL',
    'Impression JavaScript URL',
    'Tracking pixel link',
    'Tracking URL for impressions',
    'Tracking URL',
    'Trackers (impression)',
    'Event tag URL',
    'Append HTML',
    'Appended HTML tracking tag',
    'Always append the following HTML code to this banner',
    'HTML code snippet',
    'Third-party measurement tag',
    '3rd party tags',
    'Ad tag',
    'VAST tag URL',
    'Impression beacon',
    'Zählpixel',
    'URL d’impression',
    'Píxel de impresión',
    'PIXELS',
    'Click to add an impression tracker',
    'View tracker',
  ])('%s', (label) => expect(isPixelField({ ...field, labels: [label] })).toBe(true));
});

describe('a pixel field by what a program calls it', () => {
  it.each([
    'impressionTrackingUrls',
    'third-party-pixels',
    'thirdPartyImpressionUrl',
    'third_party_tracking_url_2',
    'eventTag.url',
    'imp_pixel',
    'creative[tracking_pixels][]',
    'append',
    'prepend',
    'htmltemplate',
    'adTag',
  ])('%s', (name) => expect(isPixelField({ ...field, names: [name] })).toBe(true));
});

describe('any other field', () => {
  it.each([
    'Creative name',
    'Landing page URL',
    'Click tracking URL',
    'Click-through URL',
    'Third-party click tracker',
    'Search pixels',
    'Filter by tracking URL',
    'Description',
    'Pixel ID',
    'Pixel name',
    'Width (in pixels)',
    'Number of pixels',
    'Border radius in pixels',
    'Pixel density',
    'Impression goal',
    'Impressions per day',
    'Impression cap',
    'Max. impressions for this tag',
    'Tracking number',
    'Tracking ID',
    'Tracking template',
    'Tracker name',
    'Third-party vendor name',
    'Third party company',
    'Frequency',
    'Viewable impression URL',
    'Conversion pixel',
    'E-mail for the event tag report',
    'Password of the tracking URL',
    'Redirect after the pixel',
    'Subject line of the ad tag mail',
    'Notes',
    '',
  ])('%s', (label) => expect(isPixelField({ ...field, labels: [label] })).toBe(false));
  it.each(['pixel_id', 'q', 'search-pixels', 'tracking_number', 'clickTrackingUrl', 'mat-input-7'])(
    'named %s',
    (name) => expect(isPixelField({ ...field, names: [name] })).toBe(false),
  );
});

describe('odd', () => {
  it('one word for something else outweighs every other', () => {
    const labels = ['Impression tracking URL', 'Click tracking URL'];
    expect(isPixelField({ ...field, labels })).toBe(false);
  });
  it('an example address in the placeholder says nothing', () => {
    const labels = ['Impression tracker', 'https://example.com/click?to=landing'];
    expect(isPixelField({ ...field, labels: ['Impression pixel', ...labels.slice(1)] })).toBe(true);
    expect(isPixelField({ ...field, labels: ['https://example.com/pixel?id=1'] })).toBe(false);
  });
  it('yes, whatever it is called, when it holds one of our pixels already', () => {
    const value = '<img src="https://ib.adnxs.com/imptr?id=1">';
    expect(isPixelField({ ...field, labels: ['Notes'], value })).toBe(true);
  });
  it('no, when it holds any other HTML', () => {
    expect(isPixelField({ ...field, value: '<img src="cat.jpg">' })).toBe(false);
  });
  it.each(['number', 'password', 'date', 'email', 'search', 'checkbox', 'hidden', 'file'])(
    'never an input of type %s',
    (inputType) => {
      const kind = 'input';
      expect(isPixelField({ ...field, kind, inputType, labels: ['Pixel URL'] })).toBe(false);
    },
  );
  it.each([
    [20, false],
    [59, false],
    [60, true],
    [1024, true],
    [null, true],
  ])('one that takes %s characters: %s', (maxLength, expected) => {
    expect(isPixelField({ ...field, maxLength, labels: ['Pixel URL'] })).toBe(expected);
  });
  it.each([
    ['manage.smartadserver.com', 'Custom script', true],
    ['manage.smartadserver.com', 'Creative script:', true],
    ['console.example', 'Custom script', false],
    ['admanager.google.com', 'Code snippet', true],
    ['platform.sizmek.com', 'Third Party Tracking', true],
    ['monetize.xandr.com', 'Secure link', true],
    ['evil-monetize.xandr.com', 'Secure link', false],
  ])('on %s “%s”: %s', (host, label, expected) => {
    expect(isPixelField({ ...field, host, labels: [label] })).toBe(expected);
  });
  it('the names of a self-hosted console count only for its text areas', () => {
    expect(isPixelField({ ...field, kind: 'input', inputType: 'text', names: ['append'] })).toBe(
      false,
    );
  });
  it('a label of 100,000 characters is read in no time', () => {
    const started = ownTime();
    isPixelField({ ...field, labels: ['impression '.repeat(10_000), 'a'.repeat(100_000)] });
    expect(ownTime() - started).toBeLessThan(50);
  });
});

describe('the key of a field', () => {
  it.each([
    [
      'its label',
      { labels: ['Third party impression tracker 1'] },
      'textarea:third party impression tracker 1',
    ],
    ['its name, without counted numbers', { names: ['mat-input-17'] }, 'textarea:mat input #'],
    ['nothing', {}, 'textarea:'],
  ])('is %s', (_, traits, key) => expect(fieldKey({ ...field, ...traits })).toBe(key));
});

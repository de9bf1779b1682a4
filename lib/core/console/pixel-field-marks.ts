/**
 * What known consoles call their pixel fields where the words alone would not tell (`ad-servers.md`
 * section 4: documented labels and names; none of these consoles was opened). The host is empty where
 * the console is self-hosted. Labels and names are compared whole, without case and punctuation, and
 * may be followed by a number or "optional".
 */
export const CONSOLE_MARKS: readonly (readonly [host: string, words: string])[] = [
  ['admanager.google.com', 'code snippet|html code|set impression tracking urls'],
  ['displayvideo.google.com', 'appended html tracking tag|tracking urls?|third party urls?'],
  ['manage.smartadserver.com', 'custom script|creative script'],
  ['platform.sizmek.com', 'tracking urls?|impression urls?|third party tracking'],
  ['monetize.xandr.com', 'url image|url javascript|url html|raw javascript|secure link'],
  // Revive Adserver and OpenX Source: `banner-advanced.php`, `zone-advanced.php`, `banner-edit.php`.
  ['', 'append|prepend|htmltemplate'],
];

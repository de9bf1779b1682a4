import type { About, TextRule } from '../rule';

/** It was not copied out of the source of a mail. */
export const quotedPrintable: TextRule = {
  kind: 'text',
  code: 'quoted-printable',
  severity: 'error',
  seen: 'It was copied from the source of a mail, where = is written =3D and lines end in =.',
  next: 'Copy it from the mail as it is shown, or from an attached file.',
};

export const about: About = {
  why: 'Mail is sent with some characters written as others (quoted-printable). Nothing undoes that in an ad server: id=3D531 is no tracker.',
  bad: '<img src=3D"https://ib.adnxs.com/imptr?id=3D531&t=3D2">',
  good: '<img src="https://ib.adnxs.com/imptr?id=531&t=2">',
};

import { Camera, Trash2, X } from 'lucide';

import { Button, IconButton } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';
import type { Picture } from '@/lib/core/recording/picture';
import {
  noPictureText,
  picturesProofText,
  picturesText as text,
} from '@/lib/text/verification/pictures';

import type { PicturesModel } from './pictures-model';

/** Takes a screenshot of the page that is inspected; nothing where there is none. */
export function PictureButton({ pictures }: { pictures: PicturesModel }) {
  if (!pictures.isOffered()) return null;
  return (
    <Button
      icon={Camera}
      disabled={pictures.isTaking.value}
      title={text.takeWhy}
      onClick={() => void pictures.press()}
    >
      {pictures.isTaking.value ? text.taking : text.take}
    </Button>
  );
}

/** Why there is no screenshot of the page. */
export function NoPictureNotice({ pictures: { why } }: { pictures: PicturesModel }) {
  const reason = why.value && noPictureText[why.value];
  if (!reason) return null;
  return (
    <div class="pb-verification-notice">
      <Notice kind="warning">
        <div class="pb-row pb-spread">
          <span class="pb-grow">
            <strong>
              {picturesProofText.none}: {reason.sentence}
            </strong>
            {reason.next}
          </span>
          <IconButton icon={X} label={text.close} onClick={() => (why.value = null)} />
        </div>
      </Notice>
    </div>
  );
}

/** The screenshots of a recording, to be looked at before they are sent on. */
export function PicturesSection({ pictures }: { pictures: PicturesModel }) {
  const { kept, remove } = pictures;
  if (kept.value.length === 0) return null;
  return (
    <div class="pb-verification-notice pb-pictures">
      <details>
        <summary>{text.kept(kept.value.length)}</summary>
        <p class="pb-muted pb-small">{text.look}</p>
        <ul aria-label={text.title}>
          {kept.value.map((picture) => (
            <Kept key={picture.id} picture={picture} onRemove={() => void remove(picture)} />
          ))}
        </ul>
      </details>
    </div>
  );
}

function Kept({ picture, onRemove }: { picture: Picture; onRemove: () => void }) {
  const caption = text.caption(picture);
  return (
    <li>
      <img src={picture.image} alt={text.alt(caption)} />
      <div class="pb-row pb-spread">
        <span class="pb-small">{caption}</span>
        <IconButton icon={Trash2} label={text.remove(caption)} onClick={onRemove} />
      </div>
    </li>
  );
}

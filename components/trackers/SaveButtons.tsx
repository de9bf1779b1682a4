import { Button } from '@/components/ui/Button';
import { saveText } from '@/lib/text/trackers/form-remarks';
import { formText as text } from '@/lib/text/trackers/tracker-form';

/** Where a save goes on: to the list, there with the tag on the clipboard, or to another new tracker. */
export type SaveNext = 'list' | 'copy' | 'new';

interface SaveButtonsProps {
  busy: boolean;
  disabled: boolean;
  isUnchanged: boolean;
  gate: { readonly label: string; readonly isOff: boolean } | null;
  hasMore: boolean;
  onSave: (then: SaveNext) => void;
}

/** The buttons that save; Enter in a field is the first of them. */
export function SaveButtons({ busy, disabled, isUnchanged, gate, ...props }: SaveButtonsProps) {
  const why = isUnchanged ? { title: text.nothingChanged } : {};
  return (
    <div class="pb-row pb-save-buttons">
      <Button
        kind="primary"
        type="submit"
        disabled={disabled}
        aria-disabled={gate?.isOff || undefined}
        {...why}
      >
        {busy ? text.saving : (gate?.label ?? text.save)}
      </Button>
      {props.hasMore && (
        <>
          <Button disabled={disabled} {...why} onClick={() => props.onSave('copy')}>
            {saveText.copy}
          </Button>
          <Button disabled={disabled} {...why} onClick={() => props.onSave('new')}>
            {saveText.new}
          </Button>
        </>
      )}
    </div>
  );
}

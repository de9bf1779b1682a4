import type { ComponentChildren } from 'preact';

import { Button } from '@/components/ui/Button';
import { Choice } from '@/components/ui/Choice';
import { Dialog } from '@/components/ui/Dialog';
import { actsText as text } from '@/lib/text/trackers/acts';

import type { ActsModel } from './acts-model';

interface ActFrameProps {
  model: ActsModel;
  title: string;
  /** Nothing is begun yet: which of the selected are meant can still be chosen. */
  isAsking?: boolean;
  /** Ends what is under way; `null` where nothing is. Escape does it, too. */
  onStop?: (() => void) | null;
  children: ComponentChildren;
  /** What does it; Cancel stands after it. */
  buttons: ComponentChildren;
  cancel?: string;
}

/** Title, which of the selected it is about where some are hidden, what it does, and the buttons. */
export function ActFrame(props: ActFrameProps) {
  const {
    model,
    title,
    isAsking = true,
    onStop = null,
    children,
    buttons,
    cancel = text.cancel,
  } = props;
  const isBusy = onStop !== null;
  const { shown, hidden } = model.table.chosen.value;
  const leave = (event: Event) => {
    if (onStop === null) return model.close();
    event.preventDefault();
    onStop();
  };
  return (
    <Dialog title={title} onCancel={leave}>
      <div class="pb-act">
        {hidden.length > 0 && isAsking && (
          <div class="pb-act-which">
            <p class="pb-act-hidden">{text.hidden(hidden.length)}</p>
            {shown.length > 0 && (
              <Choice
                label={text.which}
                value={model.withHidden.value ? 'all' : 'shown'}
                options={[
                  { value: 'shown', label: text.onlyShown(shown.length) },
                  { value: 'all', label: text.all(shown.length + hidden.length) },
                ]}
                onChange={(value) => (model.withHidden.value = value === 'all')}
              />
            )}
          </div>
        )}
        {children}
        <div class="pb-row pb-act-buttons">
          {buttons}
          {!isBusy && <Button onClick={() => model.close()}>{cancel}</Button>}
        </div>
      </div>
    </Dialog>
  );
}

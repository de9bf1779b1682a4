import { Button } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';
import { actsText as text } from '@/lib/text/trackers/acts';

import { ActFrame } from './ActFrame';
import type { ActsModel } from './acts-model';

/** Leads to the tag sheet, with the trackers chosen there. */
export function MakeTagSheet({ model }: { model: ActsModel }) {
  const owner = model.stores.advertiser.value?.id;
  const trackers = model.trackers.value;
  const own = trackers.filter(({ advertiserId }) => advertiserId === owner);
  const others = trackers.length - own.length;
  const go = () => {
    model.close();
    model.ways.toSheet(own.map(({ id }) => id));
  };
  return (
    <ActFrame
      model={model}
      title={text.sheetTitle}
      buttons={
        <Button kind="primary" disabled={own.length === 0} onClick={go}>
          {text.toSheet}
        </Button>
      }
    >
      <p>{text.sheetWhat(own.length)}</p>
      {others > 0 && <Notice kind="warning">{text.otherOwner(others)}</Notice>}
    </ActFrame>
  );
}

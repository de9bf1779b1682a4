import {
  CircleCheck,
  CirclePause,
  Code,
  Copy,
  Hash,
  type IconNode,
  Layers,
  Megaphone,
  Newspaper,
} from 'lucide';

import { Button, IconButton } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';
import type { Tracker } from '@/lib/core/tracker/tracker';
import { popupText as text } from '@/lib/text/pages/popup';
import { formatMoment } from '@/lib/text/ui';

interface TrackerRowProps {
  tracker: Tracker;
  onEdit: (id: number) => void;
  onBuild: (id: number) => void;
  onCopy: (tracker: Tracker) => void;
}

/** One tracker of the list: what it is, where it belongs, and its tag one press away. */
export function TrackerRow({ tracker, onEdit, onBuild, onCopy }: TrackerRowProps) {
  const active = tracker.state === 'active';
  return (
    <div class="pb-tracker" data-tracker={tracker.id}>
      <div class="pb-row pb-spread">
        <button
          type="button"
          class="pb-tracker-name pb-clip"
          title={text.editOf(tracker.name)}
          onClick={() => onEdit(tracker.id)}
        >
          {tracker.name}
        </button>
        <span class={`pb-badge ${tracker.state}`}>
          <Icon of={active ? CircleCheck : CirclePause} size={12} />
          {active ? text.active : text.inactive}
        </span>
      </div>
      <div class="pb-row">
        <div class="pb-grow pb-muted pb-small">
          <div class="pb-tracker-facts">
            <Fact icon={Newspaper} name={tracker.publisher?.name ?? text.noPublisher} />
            <Fact icon={Layers} name={tracker.placement?.name ?? text.noPlacement} />
            <Fact icon={Megaphone} name={tracker.lineItem?.name ?? text.noLineItem} />
            <Fact icon={Hash} name={String(tracker.id)} />
          </div>
          <div class="pb-clip">{text.modified(formatMoment(tracker.lastModified))}</div>
        </div>
        <IconButton
          icon={Code}
          label={text.buildTagOf(tracker.name)}
          onClick={() => onBuild(tracker.id)}
        />
        <Button icon={Copy} title={text.copyTagOf(tracker.name)} onClick={() => onCopy(tracker)}>
          {text.copyTag}
        </Button>
      </div>
    </div>
  );
}

function Fact({ icon, name }: { icon: IconNode; name: string }) {
  return (
    <span class="pb-clip" title={name}>
      <Icon of={icon} size={12} />
      {name}
    </span>
  );
}

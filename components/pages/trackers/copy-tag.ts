import type { Said } from '@/components/ui/Notice';
import { quickTag } from '@/lib/core/judge/quick-tag';
import type { Tracker } from '@/lib/core/tracker/tracker';
import { tagTypeInSentence } from '@/lib/text/builder/builder';
import { popupText as text } from '@/lib/text/pages/popup';

import type { TrackersModel } from './trackers-model';

/** Copies a tracker's tag for the ad server that was chosen last, and says how that went. */
export async function copyTag(
  { actions, choices, servers }: Pick<TrackersModel, 'actions' | 'choices' | 'servers'>,
  tracker: Tracker,
): Promise<Said> {
  const tag = quickTag(tracker, choices.value, servers.value);
  if (!(await actions.copy(tag.text))) return { kind: 'warning', text: text.copyFailed };
  void actions.noteCopied([tracker.id], choices.value.adServerId, tag.type);
  const warnings = [
    ...(tag.hasCachebuster ? [] : [text.copiedWithoutCachebuster]),
    ...(tracker.state === 'active' ? [] : [text.copiedInactive]),
  ];
  const said = [text.copied(tagTypeInSentence[tag.type], tracker.name), ...warnings].join(' ');
  return { kind: warnings.length === 0 ? 'pass' : 'warning', text: said };
}

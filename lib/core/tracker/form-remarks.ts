import type { TrackerDraft } from './draft';
import type { FoundObject } from './found-object';
import type { Ref } from './tracker';

/** The fields of a form in which another object is chosen. */
export type RelationName = 'lineItem' | 'publisher' | 'placement' | 'paymentRule';

/** What a person should know of what they have chosen, before they save it. */
export type FormRemark =
  | { readonly kind: 'inactive'; readonly field: RelationName; readonly object: FoundObject }
  | {
      readonly kind: 'of-another';
      readonly field: 'placement' | 'paymentRule';
      readonly object: FoundObject;
      readonly owner: Ref;
    };

const FIELDS: readonly RelationName[] = ['lineItem', 'publisher', 'placement', 'paymentRule'];

/** Remarks on what is chosen in a form, in its order; nothing is said of what the service did not tell. */
export function remarksOn(draft: Pick<TrackerDraft, RelationName>): readonly FormRemark[] {
  return FIELDS.flatMap((field): readonly FormRemark[] => {
    const object = draft[field];
    if (object === null) return [];
    const isOther = object.owner !== undefined && object.owner.id !== draft.publisher?.id;
    return [
      ...((field === 'placement' || field === 'paymentRule') && isOther && object.owner
        ? [{ kind: 'of-another' as const, field, object, owner: object.owner }]
        : []),
      ...(object.state === 'inactive' ? [{ kind: 'inactive' as const, field, object }] : []),
    ];
  });
}

/** The one sentence of the script that is on every console page. */
export const FIELD_BUTTON_LABEL = 'Insert an impression tracker tag';

/** Words of the small button's menu. */
export const fieldButtonText = {
  open: FIELD_BUTTON_LABEL,
  hide: 'Hide this button',
  scopes: {
    field: 'Not at this field',
    site: 'Not on this site',
    all: 'Never by itself',
  },
};

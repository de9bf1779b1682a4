/** The one sentence of the script that is on every console page. */
export const FIELD_BUTTON_LABEL = 'Insert an impression tracker tag';

import { ImptrTagBuilder } from './imptr-tag-builder';

if (typeof customElements !== 'undefined') ImptrTagBuilder.define();

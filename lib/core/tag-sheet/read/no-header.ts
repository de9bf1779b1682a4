import { SheetFileError } from '../../table/file-problem';
import type { ColumnOffer } from './choose-columns';

/** No sheet of a file is recognised as a tag sheet; whoever knows better can choose its columns. */
export class NoHeaderError extends SheetFileError {
  readonly offer: ColumnOffer | null;

  constructor(offer: ColumnOffer | null = null) {
    super('no-header');
    this.offer = offer;
  }
}

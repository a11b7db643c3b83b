import type { MediaStore } from '../../ports/media-store/port.ts';
import type { Table } from '../../ports/table/port.ts';

/** What tidying works with. */
export interface TidyPorts {
  table: Table;
  media: Pick<MediaStore, 'list' | 'remove' | 'head' | 'copy'>;
}

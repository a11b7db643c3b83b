/** The process in which pictures are drawn: one at a time, as its parent sends them. It holds nothing worth keeping. */
import { drawImage } from './draw-image.ts';
import type { DrawingTask } from './drawing-process.ts';

// An exit would wait for the threads that still draw.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
process.on('message', ({ bytes, type }: DrawingTask) => {
  void drawImage(bytes, type).then((answer) => process.send?.(answer));
});
process.send?.('ready');

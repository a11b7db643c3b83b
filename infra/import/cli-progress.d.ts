/** What the importer uses of https://github.com/npkgz/cli-progress, which comes without types. */
declare module 'cli-progress' {
  export class SingleBar {
    constructor(options: Record<string, unknown>, preset?: unknown);
    start(total: number, startValue: number, payload?: Record<string, unknown>): void;
    update(value: number, payload?: Record<string, unknown>): void;
    setTotal(total: number): void;
    stop(): void;
  }
  const progress: { SingleBar: typeof SingleBar };
  export default progress;
}

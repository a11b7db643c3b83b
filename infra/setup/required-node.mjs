// @ts-check
/** The major version of Node that every program here needs; package.json pins the exact one. */
export const requiredMajor = 24;

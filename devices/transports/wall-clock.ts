/** Reads the wall clock, ms since any fixed instant. */
export type WallClock = () => number;

/** The clock of the wall, for edges only. */
export const wallClock: WallClock = () => performance.now();

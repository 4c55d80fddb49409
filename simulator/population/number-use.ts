/**
 * Which of the numbers a household can ever be insured under: one a stage of its path, one a member alone (late-elderly, first
 * job), and of national insurance a few at each of its homes. A small whole number, so that lives are compared without making
 * objects of them.
 */
export type NumberUse = number;

/** Where a household lives: at its first home, or after its move at the second. */
export type Residence = 0 | 1;

/** Stages of a path, members of a household, numbers at one home. */
const SHARE = 4;
const FIRST_OWN = SHARE;
const FIRST_HOME = 2 * SHARE;

/** How many uses there are. */
export const NUMBER_USES = 4 * SHARE;
/** National numbers a household can have at one home, for it may leave the insurance and come back. */
export const NUMBERS_OF_A_HOME = SHARE;

/** The number of the household in a stage of its path. */
export const stageUse = (stage: number): NumberUse => stage;
/** The number of one member alone. */
export const ownUse = (position: number): NumberUse => FIRST_OWN + position;
/** The number at a home, when national insurance covers the household there for the first, second … time. */
export const homeUse = (residence: Residence, again: number): NumberUse => FIRST_HOME + residence * SHARE + again;

/** True for the number of one member. */
export const isOwn = (use: NumberUse): boolean => use >= FIRST_OWN && use < FIRST_HOME;
/** The home of a national number. */
export const residenceOfUse = (use: NumberUse): Residence => (use < FIRST_HOME + SHARE ? 0 : 1);
/** How often national insurance had covered the household at that home before. */
export const againOfUse = (use: NumberUse): number => use % SHARE;

/**
 * Numbers of T=1, the block protocol of contact cards (ISO/IEC 7816-3 §11; firmware-validation.md §5). PCB values are in
 * `pcb-table.ts`. Not to be mixed up with the blocks of ISO/IEC 14443-4, which look alike.
 */

/** NAD, PCB, LEN. */
export const PROLOGUE_BYTES = 3;
/** NAD where neither side has several addresses; the only one we use. */
export const NAD = 0x00;
/** LEN that is reserved: no block may say it, so that 254 bytes of information are the most. */
export const ILLEGAL_LEN = 0xff;
/** Prologue, the information field that the illegal LEN would announce, and the longer of both EDCs. */
export const MAX_BLOCK_BYTES = PROLOGUE_BYTES + ILLEGAL_LEN + 2;

/** IFSC and IFSD until ATR or S(IFS) say otherwise. */
export const DEFAULT_IFS_BYTES = 32;
/** The IFSD a reader asks for: as much as a block can hold. */
export const READER_IFSD_BYTES = 254;

/** How often a block is sent before the sender gives up: once and two retransmissions (rule 7). */
export const MAX_TRIES = 3;
/** S(RESYNCH request) without an answer until the session is dead (rule 6). */
export const MAX_RESYNCHS = 3;

/** Case 4 extended: header, Lc of three bytes, 65,535 bytes of data, Le of two. */
export const MAX_COMMAND_BYTES = 4 + 3 + 65_535 + 2;
/** 65,536 bytes of data and the status word. */
export const MAX_ANSWER_BYTES = 65_536 + 2;
/** Blocks one command may cost: every byte of the longest command and answer alone in a block, three times. Our choice. */
export const MAX_BLOCKS_PER_COMMAND = (MAX_COMMAND_BYTES + MAX_ANSWER_BYTES) * MAX_TRIES;
/** Requests of the card (waiting time, IFS) one block of ours may draw before we call it endless. Our choice. */
export const MAX_CARD_REQUESTS = 1_000;

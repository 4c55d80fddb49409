import type { SequenceBit } from "./block.ts";

/** What the interface device counts along from block to block. */
export interface T1State {
  /** N(S) of the next I block of ours. */
  ns: SequenceBit;
  /** N(S) of the I block awaited from the card: our N(R). */
  nr: SequenceBit;
  /** Longest information field the card takes. */
  ifsc: number;
  /** Factor left over for the next wait; 1, unless somebody forgot to restore it. */
  multiplier: number;
  /** The command under way. */
  command: Uint8Array;
  /** Bytes of it that the card has confirmed. */
  sentBytes: number;
  /** Pieces of its answer so far. */
  pieces: Uint8Array[];
  /** Blocks that may still be sent for it. */
  blocksLeft: number;
  /** The card has answered a block of this session as it should. */
  established: boolean;
}

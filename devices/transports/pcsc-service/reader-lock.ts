import type { CardHandle } from "./client.ts";
import { RETURN_CODE } from "./constants.ts";

/**
 * Who may use a reader alone: the handle inside a transaction, or the one connected in exclusive mode, which is a
 * transaction that only ends with the mode. Transactions of one handle nest. Rules as pcscd has them (`readerfactory.c`,
 * RFLockSharing and RFUnlockSharing), but who leaves the exclusive mode leaves its lock as well (pcscd keeps that: ours).
 */
export class ReaderLock {
  #holder: CardHandle | undefined;
  #depth = 0;
  #exclusive = false;

  get holder(): CardHandle | undefined {
    return this.#holder;
  }

  /** A program is connected in exclusive mode. It stays so when the card is taken out. */
  get exclusive(): boolean {
    return this.#exclusive;
  }

  heldByOther(handle: CardHandle): boolean {
    return this.#holder !== undefined && this.#holder !== handle;
  }

  /** Begins a transaction; the caller has seen that no other handle holds the reader. */
  begin(handle: CardHandle): void {
    this.#holder = handle;
    this.#depth++;
  }

  /** Ends the innermost transaction of a handle; the return code says why it did not. */
  end(handle: CardHandle): number {
    if (this.heldByOther(handle)) return RETURN_CODE.sharingViolation;
    if (this.#depth <= (this.#exclusive ? 1 : 0)) return RETURN_CODE.notTransacted;
    this.#depth--;
    if (this.#depth === 0) this.#holder = undefined;
    return RETURN_CODE.success;
  }

  /** Into exclusive mode; the caller has seen that this handle is the only one. */
  beginExclusive(handle: CardHandle): void {
    if (this.#exclusive) return;
    this.#exclusive = true;
    this.begin(handle);
  }

  /** Out of exclusive mode; transactions begun in it go on. */
  endExclusive(): void {
    if (!this.#exclusive) return;
    this.#exclusive = false;
    this.#depth = Math.max(this.#depth - 1, 0);
    if (this.#depth === 0) this.#holder = undefined;
  }

  /** Frees the reader whoever holds it: the card was taken out. */
  breakAll(): void {
    this.#holder = undefined;
    this.#depth = 0;
  }

  /** Frees the reader of a handle that goes away. */
  release(handle: CardHandle): void {
    if (this.#holder === handle) this.breakAll();
    this.#exclusive = false;
  }
}

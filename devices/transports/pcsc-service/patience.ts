import type { CardHandle } from "./client.ts";
import type { WaitingRequest } from "./request-queue.ts";

/** SCardBeginTransaction is repeated for ever by libpcsclite, so it may wait long and seldom loses its turn. Ours. */
export const BEGIN_PATIENCE_MS = 1_000;

/** SCardTransmit, SCardStatus and SCardReconnect: as often as libpcsclite asks again (`PCSCLITE_LOCK_POLL_RATE`). */
export const RETRY_PATIENCE_MS = 100;

/** A request that waits for another handle's transaction, but not for ever: see {@link WaitingRequest.patience}. */
export function withPatience(
  handle: CardHandle,
  waitMs: number,
  { attempt, giveUp }: { readonly attempt: () => boolean; readonly giveUp: () => void },
): WaitingRequest {
  const { reader, client } = handle;
  return {
    client,
    attempt,
    patience: { waitMs, place: handle.id, giveUp, blocked: () => reader.lock.heldByOther(handle) },
  };
}

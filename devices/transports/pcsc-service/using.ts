import { attributeOf } from "./attributes.ts";
import type { CardHandle, Client } from "./client.ts";
import { DISPOSITION, PROTOCOL, RETURN_CODE } from "./constants.ts";
import { BEGIN_PATIENCE_MS, RETRY_PATIENCE_MS, withPatience } from "./patience.ts";
import type { SharedReader } from "./shared-reader.ts";

/** What a program does with a card it is connected to: the rules of pcscd's `winscard.c`. */

type Answer = (returnCode: number) => void;

/** The answer has bytes only when the return code is success. */
export type DataAnswer = (returnCode: number, data: Uint8Array | undefined) => void;

/** SCardBeginTransaction: waits, in order, for the end of another handle's. */
export function beginTransaction(client: Client, id: number, answer: Answer): void {
  const handle = client.handles.get(id);
  if (handle === undefined) return answer(RETURN_CODE.invalidHandle);
  const { reader } = handle;
  reader.queue.submit(
    withPatience(handle, BEGIN_PATIENCE_MS, {
      attempt() {
        const refusal = refusalOf(handle);
        if (refusal === RETURN_CODE.success) {
          if (reader.lock.heldByOther(handle)) return refusedToItself(handle, answer);
          reader.lock.begin(handle);
        }
        answer(refusal);
        return true;
      },
      giveUp: () => answer(RETURN_CODE.sharingViolation),
    }),
  );
}

/** A program that waits for its own other handle is told at once: only it can send what ends the wait. */
function refusedToItself({ reader, client }: CardHandle, answer: Answer): boolean {
  if (reader.lock.holder?.client !== client) return false;
  answer(RETURN_CODE.sharingViolation);
  return true;
}

/** SCardEndTransaction. A reset is told to every handle, the one that asked for it included, as pcscd does. */
export function endTransaction(client: Client, id: number, disposition: number, answer: Answer): void {
  const handle = client.handles.get(id);
  if (handle === undefined) return answer(RETURN_CODE.invalidHandle);
  if (disposition > DISPOSITION.eject) return answer(RETURN_CODE.invalidValue);
  const { reader } = handle;
  const resets = disposition === DISPOSITION.reset || disposition === DISPOSITION.unpower;
  reader.queue.submit({
    client,
    attempt() {
      const refusal = refusalOf(handle) || (reader.lock.heldByOther(handle) ? RETURN_CODE.sharingViolation : 0);
      if (refusal !== RETURN_CODE.success) {
        answer(refusal);
        return true;
      }
      if (resets && reader.busy) return false;
      const dead = resets && !reader.reset(disposition === DISPOSITION.reset ? "warm" : "cold");
      const ended = reader.lock.end(handle);
      answer(dead ? RETURN_CODE.unresponsiveCard : ended);
      reader.queue.settle();
      return true;
    },
  });
}

/** SCardStatus: the state itself stands in the readers' table. */
export function status(client: Client, id: number, answer: Answer): void {
  const handle = client.handles.get(id);
  if (handle === undefined) return answer(RETURN_CODE.invalidHandle);
  const { reader } = handle;
  reader.queue.submit(
    withPatience(handle, RETRY_PATIENCE_MS, {
      attempt() {
        if (reader.available && reader.lock.heldByOther(handle)) return refusedToItself(handle, answer);
        answer(refusalOf(handle));
        return true;
      },
      giveUp: () => answer(RETURN_CODE.sharingViolation),
    }),
  );
}

/** SCardTransmit. The road of every APDU: nothing is made here that the answer does not need. */
export function transmit(client: Client, id: number, protocol: number, command: Uint8Array, answer: DataAnswer): void {
  const handle = client.handles.get(id);
  if (handle === undefined) return answer(RETURN_CODE.invalidHandle, undefined);
  const { reader } = handle;
  const attempt = (): boolean => {
    if (reader.available && reader.lock.heldByOther(handle))
      return refusedToItself(handle, (returnCode) => answer(returnCode, undefined));
    if (reader.busy) return false;
    const refusal = refusalOf(handle) || refusalOfTransmit(reader, protocol);
    if (refusal !== RETURN_CODE.success) answer(refusal, undefined);
    else reader.exchange(command, (response) => answer(codeOf(reader, response), response));
    return true;
  };
  if (attempt()) return reader.queue.leave(id);
  const giveUp = (): void => answer(RETURN_CODE.sharingViolation, undefined);
  reader.queue.park(withPatience(handle, RETRY_PATIENCE_MS, { attempt, giveUp }));
}

function refusalOfTransmit(reader: SharedReader, protocol: number): number {
  if (protocol === PROTOCOL.raw) return RETURN_CODE.success;
  if (!reader.slot.present) return RETURN_CODE.noSmartcard;
  return protocol === reader.protocol || protocol === PROTOCOL.anyOld
    ? RETURN_CODE.success
    : RETURN_CODE.protocolMismatch;
}

/** What an exchange came to: no answer means no card any more, or a card that is mute. */
export function codeOf(reader: SharedReader, response: Uint8Array | undefined): number {
  if (response !== undefined) return RETURN_CODE.success;
  return reader.slot.present ? RETURN_CODE.notTransacted : RETURN_CODE.noSmartcard;
}

/** SCardGetAttrib. */
export function getAttribute(client: Client, id: number, attribute: number, answer: DataAnswer): void {
  const handle = client.handles.get(id);
  if (handle === undefined) return answer(RETURN_CODE.invalidHandle, undefined);
  const { reader } = handle;
  if (reader.lock.heldByOther(handle)) return answer(RETURN_CODE.sharingViolation, undefined);
  const refusal = refusalOf(handle);
  if (refusal !== RETURN_CODE.success) return answer(refusal, undefined);
  const value = attributeOf(reader, attribute);
  answer(value === undefined ? RETURN_CODE.unsupportedFeature : RETURN_CODE.success, value);
}

/** Why a handle can do nothing: its reader is gone, or its card was reset or removed since it (re)connected. */
function refusalOf({ reader, notice }: CardHandle): number {
  return reader.available ? notice : RETURN_CODE.readerUnavailable;
}

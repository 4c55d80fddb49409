import type { CardHandle, Client } from "./client.ts";
import {
  DISPOSITION,
  MAX_HANDLES_PER_CLIENT,
  MAX_HANDLES_PER_READER,
  PROTOCOL,
  RETURN_CODE,
  SHARE_MODE,
} from "./constants.ts";
import { RETRY_PATIENCE_MS, withPatience } from "./patience.ts";
import type { ResourceManager } from "./resource-manager.ts";
import type { SharedReader } from "./shared-reader.ts";

/** How a card is connected, left and connected again: the rules of pcscd's `winscard.c`, differences marked "ours". */

/** Called once with a return code, the handle and the protocol in use; zeros when it failed. */
type Connected = (returnCode: number, handle: number, protocol: number) => void;

/** What SCardConnect asks for. */
export interface ConnectRequest {
  readonly context: number;
  readonly reader: string;
  readonly shareMode: number;
  readonly preferredProtocols: number;
}

/** SCardConnect. Waits while another program is inside a transaction; exclusive use is refused at once. */
export function connect(manager: ResourceManager, client: Client, request: ConnectRequest, answer: Connected): void {
  const reader = manager.reader(request.reader);
  const refusal = refusalOf(client, request) || (reader === undefined ? RETURN_CODE.unknownReader : 0);
  if (refusal !== 0 || reader === undefined) return answer(refusal, 0, 0);
  reader.queue.submit({
    client,
    attempt() {
      const outcome = tryConnect(reader, client, request);
      if (outcome === "wait") return false;
      if (outcome !== RETURN_CODE.success) answer(outcome, 0, 0);
      else answer(outcome, open(manager, client, reader, request.shareMode), reader.protocol);
      return true;
    },
  });
}

function refusalOf(client: Client, { context, shareMode, preferredProtocols }: ConnectRequest): number {
  if (client.context === 0) return RETURN_CODE.invalidHandle;
  if (client.context !== context) return RETURN_CODE.invalidValue;
  return refusalOfModes(shareMode, preferredProtocols);
}

function refusalOfModes(shareMode: number, preferredProtocols: number): number {
  const known = PROTOCOL.t0 | PROTOCOL.t1 | PROTOCOL.raw | PROTOCOL.anyOld;
  if (shareMode !== SHARE_MODE.direct && (preferredProtocols & known) === 0) return RETURN_CODE.protocolMismatch;
  const modes: readonly number[] = Object.values(SHARE_MODE);
  return modes.includes(shareMode) ? RETURN_CODE.success : RETURN_CODE.invalidValue;
}

function tryConnect(
  reader: SharedReader,
  client: Client,
  { shareMode, preferredProtocols }: ConnectRequest,
): number | "wait" {
  const { lock } = reader;
  if (!reader.available) return RETURN_CODE.unknownReader;
  if (lock.exclusive) return RETURN_CODE.sharingViolation;
  // Waiting for oneself would never end; pcscd does wait. Ours.
  if (lock.holder !== undefined) return lock.holder.client === client ? RETURN_CODE.sharingViolation : "wait";
  if (shareMode !== SHARE_MODE.direct) {
    if (reader.busy) return "wait";
    if (!reader.slot.present) return RETURN_CODE.noSmartcard;
    if (!reader.powerUp()) return RETURN_CODE.unpoweredCard;
    const refusal = chooseProtocol(reader, preferredProtocols);
    if (refusal !== RETURN_CODE.success) return refusal;
  }
  if (shareMode === SHARE_MODE.exclusive && reader.handles.size > 0) return RETURN_CODE.sharingViolation;
  if (client.handles.size >= MAX_HANDLES_PER_CLIENT) return RETURN_CODE.noMemory;
  return reader.handles.size >= MAX_HANDLES_PER_READER ? RETURN_CODE.internalError : RETURN_CODE.success;
}

/** T=1 is all the emulated card speaks (my-number-card.md §7.1): T=0 or raw alone do not do, whatever the ATR offers. Ours. */
function chooseProtocol(reader: SharedReader, preferred: number): number {
  if ((preferred & (PROTOCOL.t1 | PROTOCOL.anyOld)) === 0) return RETURN_CODE.protocolMismatch;
  reader.protocol = PROTOCOL.t1;
  return RETURN_CODE.success;
}

function open(manager: ResourceManager, client: Client, reader: SharedReader, shareMode: number): number {
  const handle: CardHandle = { id: manager.takeId(), client, reader, notice: 0 };
  client.handles.set(handle.id, handle);
  if (shareMode === SHARE_MODE.exclusive) reader.lock.beginExclusive(handle);
  reader.attach(handle);
  return handle.id;
}

/** What SCardReconnect asks for. */
export interface ReconnectRequest {
  readonly handle: number;
  readonly shareMode: number;
  readonly preferredProtocols: number;
  readonly initialization: number;
}

/** SCardReconnect: the way back after SCARD_W_RESET_CARD and SCARD_W_REMOVED_CARD. */
export function reconnect(
  client: Client,
  request: ReconnectRequest,
  answer: (returnCode: number, protocol: number) => void,
): void {
  const { shareMode, preferredProtocols, initialization } = request;
  const handle = client.handles.get(request.handle);
  if (handle === undefined) return answer(RETURN_CODE.invalidHandle, 0);
  if (initialization > DISPOSITION.unpower) return answer(RETURN_CODE.invalidValue, 0);
  const refusal = refusalOfModes(shareMode, preferredProtocols);
  if (refusal !== RETURN_CODE.success) return answer(refusal, 0);
  const { reader } = handle;
  reader.queue.submit(
    withPatience(handle, RETRY_PATIENCE_MS, {
      attempt() {
        if (reader.available && (reader.busy || reader.lock.heldByOther(handle))) return false;
        const returnCode = tryReconnect(handle, request);
        answer(returnCode, returnCode === RETURN_CODE.success ? reader.protocol : 0);
        return true;
      },
      giveUp: () => answer(RETURN_CODE.sharingViolation, 0),
    }),
  );
}

function tryReconnect(handle: CardHandle, { shareMode, preferredProtocols, initialization }: ReconnectRequest): number {
  const { reader } = handle;
  if (!reader.available) return RETURN_CODE.readerUnavailable;
  const answers =
    initialization === DISPOSITION.leave
      ? reader.powerUp()
      : reader.reset(initialization === DISPOSITION.reset ? "warm" : "cold");
  if (!reader.slot.present) return RETURN_CODE.noSmartcard;
  if (!answers) return RETURN_CODE.unresponsiveCard;
  if (shareMode !== SHARE_MODE.direct) {
    const refusal = chooseProtocol(reader, preferredProtocols);
    if (refusal !== RETURN_CODE.success) return refusal;
  }
  if (shareMode === SHARE_MODE.exclusive) {
    if (reader.handles.size > 1) return RETURN_CODE.sharingViolation;
    reader.lock.beginExclusive(handle);
  } else {
    reader.lock.endExclusive();
  }
  handle.notice = 0;
  reader.sharingChanged();
  return RETURN_CODE.success;
}

/** SCardDisconnect. A reset or power-off waits until another program's transaction is over. */
export function disconnect(
  manager: ResourceManager,
  client: Client,
  id: number,
  disposition: number,
  answer: (returnCode: number) => void,
): void {
  const handle = client.handles.get(id);
  if (handle === undefined) return answer(RETURN_CODE.invalidHandle);
  if (disposition > DISPOSITION.eject) return answer(RETURN_CODE.invalidValue);
  const { reader } = handle;
  reader.queue.submit({
    client,
    attempt() {
      if (reader.available && actsOnCard(disposition)) {
        const { holder } = reader.lock;
        if (holder !== undefined && holder !== handle) {
          // Waiting for oneself would never end; pcscd does wait. Ours.
          if (holder.client !== client) return false;
          answer(RETURN_CODE.sharingViolation);
          return true;
        }
        if (reader.busy) return false;
        if (disposition === DISPOSITION.reset) reader.reset("warm");
        else reader.unpower();
      }
      client.handles.delete(id);
      close(manager, handle);
      answer(RETURN_CODE.success);
      return true;
    },
  });
}

/** The emulated reader has no motor: "eject" leaves the card where it is, as pcscd does with most readers. */
function actsOnCard(disposition: number): boolean {
  return disposition === DISPOSITION.reset || disposition === DISPOSITION.unpower;
}

/** Closes a handle whose program is gone. One that was inside a transaction, or alone, leaves a card that is reset. */
export function abandon(manager: ResourceManager, handle: CardHandle): void {
  const { reader } = handle;
  reader.queue.submit({
    client: undefined,
    attempt() {
      const resets = reader.available && reader.lock.holder === handle && handle.notice === 0;
      if (resets && reader.busy) return false;
      if (resets) reader.reset("warm");
      close(manager, handle);
      return true;
    },
  });
}

function close(manager: ResourceManager, handle: CardHandle): void {
  handle.reader.detach(handle);
  manager.returnId(handle.id);
}

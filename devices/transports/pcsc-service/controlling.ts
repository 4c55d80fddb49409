import type { PinPad } from "../../cards/slot.ts";
import type { CardHandle, Client } from "./client.ts";
import { RETURN_CODE } from "./constants.ts";
import { CONTROL_CODE, featuresOf, pinProperties, tlvPropertiesOf } from "./features.ts";
import { enterPins, modifyEntry, type PinEntry, verifyEntry } from "./pin-pad.ts";
import type { ResourceManager } from "./resource-manager.ts";
import { codeOf, type DataAnswer } from "./using.ts";

/** SCardControl: what the reader itself can do (PC/SC part 10). Codes it does not know are unsupported. */
export function control(
  manager: ResourceManager,
  client: Client,
  request: { readonly handle: number; readonly controlCode: number; readonly input: Uint8Array },
  answer: DataAnswer,
): void {
  const handle = client.handles.get(request.handle);
  if (handle === undefined) return answer(RETURN_CODE.invalidHandle, undefined);
  const { reader } = handle;
  reader.queue.submit({
    client,
    attempt() {
      if (!reader.available) answer(RETURN_CODE.readerUnavailable, undefined);
      else if (reader.lock.heldByOther(handle)) answer(RETURN_CODE.sharingViolation, undefined);
      else if (reader.busy) return false;
      else run(manager, handle, request.controlCode, request.input, answer);
      return true;
    },
  });
}

function run(
  manager: ResourceManager,
  handle: CardHandle,
  controlCode: number,
  input: Uint8Array,
  answer: DataAnswer,
): void {
  const { pinPad } = handle.reader.slot;
  const { success } = RETURN_CODE;
  if (controlCode === CONTROL_CODE.getFeatures) return answer(success, featuresOf(pinPad));
  if (controlCode === CONTROL_CODE.tlvProperties) return answer(success, tlvPropertiesOf(pinPad));
  if (pinPad !== undefined) {
    if (controlCode === CONTROL_CODE.pinProperties) return answer(success, pinProperties);
    if (controlCode === CONTROL_CODE.verifyPinDirect) return enter(manager, handle, pinPad, verifyEntry(input), answer);
    if (controlCode === CONTROL_CODE.modifyPinDirect) return enter(manager, handle, pinPad, modifyEntry(input), answer);
  }
  answer(RETURN_CODE.unsupportedFeature, undefined);
}

/** The reader is busy from the first key to the answer of the card. */
function enter(
  manager: ResourceManager,
  handle: CardHandle,
  pinPad: PinPad,
  entry: PinEntry | undefined,
  answer: DataAnswer,
): void {
  if (entry === undefined) return answer(RETURN_CODE.invalidParameter, undefined);
  const { reader, client } = handle;
  const free = reader.occupy();
  enterPins(pinPad, manager.timers, entry, (outcome) => {
    if ("readerSw" in outcome) {
      answer(RETURN_CODE.success, outcome.readerSw);
      return free();
    }
    const { command } = outcome;
    // A program that is gone must not cost the card a try.
    if (!client.handles.has(handle.id)) return free();
    reader.slot.exchange(command, (response) => {
      command.fill(0);
      answer(codeOf(reader, response), response);
      free();
    });
  });
}

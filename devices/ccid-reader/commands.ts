import { ensure } from "../../simulator/kernel/errors.ts";
import { u32le } from "../../simulator/kernel/layout.ts";
import type { Process } from "../../simulator/kernel/process.ts";
import { ANSWER, CHAIN, COMMAND, ERROR, HEADER_BYTES, POWER_SELECT } from "../ccid/constants.ts";
import type { CcidFrame } from "../ccid/frame.ts";
import { type PinRequest, parsePinRequest } from "../ccid-secure/parser.ts";
import { takeAnswerPart, takeCommandPart } from "./chaining.ts";
import { escapeCommand } from "./escape-command.ts";
import { HostBlock } from "./host-block.ts";
import { failed, type IccSlot } from "./icc-slot.ts";
import { DEFAULT_T1_PARAMETERS, readParameters, T1 } from "./protocol-parameters.ts";
import type { CcidReader } from "./reader.ts";
import { verifyAtReader } from "./secure-command.ts";
import type { SlotState } from "./slot-state.ts";

/** What a command comes to: an answer, or the bError of a failure. */
export type Reply =
  | { readonly type: number; readonly b9?: number; readonly data?: Uint8Array }
  | { readonly error: number };

/** How a command is carried out: at once, or while the card works. */
export type Handler =
  | { readonly kind: "at-once"; readonly run: (reader: CcidReader, state: SlotState, command: CcidFrame) => Reply }
  | {
      readonly kind: "in-time";
      readonly run: (reader: CcidReader, state: SlotState, command: CcidFrame) => Process<Reply>;
    };

const SLOT_STATUS: Reply = { type: ANSWER.slotStatus };
const LEVEL_AT = 8;

function parametersReply({ slot }: SlotState): Reply {
  const { protocol, data } = slot.parameters();
  return { type: ANSWER.parameters, b9: protocol, data };
}

function* powerOn({ parts }: CcidReader, state: SlotState, { b7 }: CcidFrame): Process<Reply> {
  if (b7 > POWER_SELECT.volts1_8) return { error: ERROR.badParameter7 };
  const { slot } = state;
  state.forgetParts(parts.decisions.power.dropsRest);
  state.largestExtension = parts.decisions.command.extensionMultiplier(0, state.largestExtension);
  const atr = yield* slot.powerOn(b7);
  return failed(atr) ? atr : { type: ANSWER.dataBlock, data: atr.data };
}

function* xfrBlock({ parts }: CcidReader, state: SlotState, { b7, b8, b9, data }: CcidFrame): Process<Reply> {
  const { slot } = state;
  const level = b8 | (b9 << 8);
  const { nextPart, asksForMore } = parts.decisions.command;
  const maxPartBytes = parts.identity.maxMessageBytes - HEADER_BYTES;
  if (level === CHAIN.next) {
    const part = takeAnswerPart(state, maxPartBytes, nextPart);
    return part === undefined ? { error: LEVEL_AT } : { type: ANSWER.dataBlock, ...part };
  }
  const whole = takeCommandPart(state, level, data);
  if (whole === "bad-level") return { error: LEVEL_AT };
  if (whole === "more") return asksForMore ? { type: ANSWER.dataBlock, b9: CHAIN.next } : { type: ANSWER.dataBlock };
  if (slot.state === "absent") return { error: ERROR.mute };
  const outcome = yield* slot.exchange(whole, (multiplier) => state.running?.waits(multiplier), b7);
  if (failed(outcome)) return outcome;
  state.lastAnswer = outcome.data;
  if (outcome.data.length <= maxPartBytes) return { type: ANSWER.dataBlock, data: outcome.data };
  state.rest = { data: outcome.data, from: 0 };
  return { type: ANSWER.dataBlock, ...takeAnswerPart(state, maxPartBytes, nextPart) };
}

function* secure({ parts }: CcidReader, state: SlotState, { data }: CcidFrame): Process<Reply> {
  const { pinEntry, decisions } = parts;
  if (pinEntry === undefined) return { error: ERROR.commandNotSupported };
  const request = parsePinRequest(data);
  if ("badByte" in request) return { error: request.badByte };
  const { slot } = state;
  if (slot.state !== "active") return { error: ERROR.mute };
  const waiting = (multiplier: number): void => state.running?.waits(multiplier);
  const toCard = slot.level === "tpdu" ? hostBlock(slot, request, waiting) : undefined;
  const outcome = yield* verifyAtReader(state.index, request, {
    entry: pinEntry,
    exchange: (apdu) => toCard?.exchange(apdu) ?? slot.exchange(apdu, waiting),
    decisions: decisions.pin,
  });
  if (failed(outcome)) return outcome;
  return { type: ANSWER.dataBlock, data: toCard?.answer(outcome.data) ?? outcome.data };
}

/** The block of a PIN command, by the parameters in force. */
function hostBlock(slot: IccSlot, { prologue }: PinRequest, waiting: (multiplier: number) => void): HostBlock {
  const { protocol, data } = slot.parameters();
  const parameters = readParameters(protocol, data);
  ensure(parameters !== undefined, "a slot that takes blocks has parameters of T=1");
  const send = (block: Uint8Array, multiplier: number) => slot.exchange(block, waiting, multiplier);
  return new HostBlock({ prologue, parameters, send, waiting });
}

/** Back to what holds before anybody said anything (USB CCID 1.1 §6.1.6). */
function resetParameters({ parts }: CcidReader, state: SlotState): Reply {
  if (parts.decisions.command.resetsParameters) state.slot.setParameters(T1, DEFAULT_T1_PARAMETERS);
  return parametersReply(state);
}

function setParameters({ parts }: CcidReader, state: SlotState, { b7, data }: CcidFrame): Reply {
  const { keepsParameters } = parts.decisions.command;
  if (keepsParameters && !state.slot.setParameters(b7, data)) return { error: ERROR.protocolNotSupported };
  return parametersReply(state);
}

function setDataRate({ parts }: CcidReader, _state: SlotState, { data }: CcidFrame): Reply {
  const rate = u32le.read(data.subarray(4, 8));
  const { dataRatesBps } = parts.identity;
  if (!parts.decisions.command.setsRate(rate, dataRatesBps)) return { error: RATE_AT };
  return { type: ANSWER.dataRateAndClockFrequency, data: data.slice() };
}

/** dwDataRate stands at byte 14 of the message. */
const RATE_AT = 14;

/** One row a command; what is not here is answered as not supported. */
export const handlers: ReadonlyMap<number, Handler> = new Map<number, Handler>([
  [COMMAND.getSlotStatus, { kind: "at-once", run: () => SLOT_STATUS }],
  [COMMAND.iccPowerOn, { kind: "in-time", run: powerOn }],
  [
    COMMAND.iccPowerOff,
    {
      kind: "at-once",
      run: ({ parts }, state) => {
        state.slot.powerOff();
        state.forgetParts(parts.decisions.power.dropsRest);
        parts.pinEntry?.cardGone(state.index);
        return SLOT_STATUS;
      },
    },
  ],
  [COMMAND.xfrBlock, { kind: "in-time", run: xfrBlock }],
  [COMMAND.secure, { kind: "in-time", run: secure }],
  [COMMAND.getParameters, { kind: "at-once", run: (_reader, state) => parametersReply(state) }],
  [COMMAND.resetParameters, { kind: "at-once", run: resetParameters }],
  [COMMAND.setParameters, { kind: "at-once", run: setParameters }],
  [COMMAND.escape, { kind: "at-once", run: (reader, _state, command) => escapeCommand(reader, command) }],
  [COMMAND.iccClock, { kind: "at-once", run: () => SLOT_STATUS }],
  [COMMAND.setDataRateAndClockFrequency, { kind: "at-once", run: setDataRate }],
  [COMMAND.abort, { kind: "at-once", run: () => SLOT_STATUS }],
]);

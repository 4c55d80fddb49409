import type { Clock } from "../../simulator/kernel/clock.ts";
import { start } from "../../simulator/kernel/process.ts";
import { ANSWER, COMMAND, COMMAND_STATUS, ERROR, ICC_STATUS } from "../ccid/constants.ts";
import { type CcidFrame, frame } from "../ccid/frame.ts";
import { kindOf } from "../ccid/messages.ts";
import { isDefect, parseFrame } from "../ccid/parser.ts";
import { type Handler, handlers, type Reply } from "./commands.ts";
import type { ReaderDecisions } from "./decisions.ts";
import { HostLine } from "./host-line.ts";
import type { IccSlot } from "./icc-slot.ts";
import type { ReaderIdentity } from "./identity.ts";
import type { PinEntry } from "./pin-entry.ts";
import { RunningCommand } from "./running.ts";
import { SlotState } from "./slot-state.ts";

/** What a reader is made of. */
export interface CcidReaderParts {
  readonly clock: Clock;
  readonly identity: ReaderIdentity;
  readonly slots: readonly IccSlot[];
  /** The PIN pad; left out where the reader has none. */
  readonly pinEntry?: PinEntry;
  readonly decisions: ReaderDecisions;
  /** Bytes to the host. */
  readonly send: (bytes: Uint8Array) => void;
  /** Told of our own defects; the command they hit is answered as a hardware error. */
  readonly onDefect: (error: unknown) => void;
}

/**
 * The firmware of a reader that speaks CCID over a serial line: bytes of the host in, bytes to the host out. One command
 * a slot at a time; each is one row of `commands.ts`.
 */
export class CcidReader {
  readonly parts: CcidReaderParts;
  readonly states: readonly SlotState[];
  readonly line: HostLine;
  #lastSlot = 0;

  constructor(parts: CcidReaderParts) {
    this.parts = parts;
    const { clock, identity, decisions, send } = parts;
    this.line = new HostLine({
      clock,
      identity,
      decisions: decisions.line,
      send,
      onMessage: (bytes) => this.#receive(bytes),
    });
    this.states = parts.slots.map((slot, index) => new SlotState(index, slot));
    for (const state of this.states) state.slot.onMoved(() => this.#moved(state));
  }

  /** Bytes of the host, in any pieces. */
  receive(bytes: Uint8Array): void {
    this.line.receive(bytes);
  }

  /** Something happened to the supply; good firmware has nothing to tell of it. */
  powerEvent(): void {
    if (this.parts.decisions.line.noticesPowerEvents) this.line.moved(0, this.states[0]?.slot.state !== "absent");
  }

  #receive(bytes: Uint8Array): void {
    const parsed = parseFrame(bytes);
    if (isDefect(parsed)) return; // the line delivers whole messages only
    this.#lastSlot = parsed.slot;
    const { refusal } = this.parts.decisions.command;
    const state = this.states[parsed.slot];
    const handler = handlers.get(parsed.type);
    if (handler === undefined) {
      const error = refusal("type");
      if (error !== undefined || state === undefined) return this.#refuse(parsed, error);
      return this.#answer(parsed, state, { type: ANSWER.slotStatus });
    }
    if (state === undefined) {
      const error = refusal("slot");
      return error === undefined ? this.#carryOut(parsed, handler, this.states[0]) : this.#refuse(parsed, error);
    }
    const badByte = this.#badByte(parsed);
    if (badByte !== undefined) return this.#refuse(parsed, badByte);
    if (parsed.type === COMMAND.abort) return this.#abort(parsed, state);
    if (state.running !== undefined) {
      const error = refusal("busy");
      if (error !== undefined) return this.#refuse(parsed, error);
    }
    this.#carryOut(parsed, handler, state);
  }

  /** bError of a header that makes no sense: 1 for a length, or the index of a reserved byte. */
  #badByte({ type, data, b7, b8, b9 }: CcidFrame): number | undefined {
    const { refusal, readsReservedBytes } = this.parts.decisions.command;
    const kind = kindOf(type);
    if (kind?.dataBytes?.includes(data.length) === false) return refusal("length");
    if (!readsReservedBytes || kind === undefined) return undefined;
    const index = [b7, b8, b9].findIndex((byte, at) => kind.parameters[at] === undefined && byte !== 0);
    return index < 0 ? undefined : 7 + index;
  }

  #carryOut(command: CcidFrame, handler: Handler, state: SlotState | undefined): void {
    if (state === undefined) return;
    const { clock, onDefect, decisions } = this.parts;
    if (handler.kind === "at-once") {
      const delayMs = command.type === COMMAND.getSlotStatus ? decisions.command.slotStatusDelayMs : 0;
      const answer = (): void => this.#answer(command, state, handler.run(this, state, command));
      if (delayMs === 0) return answer();
      clock.after(delayMs, answer);
      return;
    }
    const { extensionPeriodMs } = decisions.command;
    const running = new RunningCommand(command.slot, command.sequence, clock, extensionPeriodMs, (multiplier) =>
      this.#extend(state, running, multiplier),
    );
    state.running = running;
    running.process = start(handler.run(this, state, command), (outcome) => {
      if (state.running !== running) return;
      running.finish();
      state.running = undefined;
      if ("error" in outcome) onDefect(outcome.error);
      this.#answer(command, state, "error" in outcome ? { error: ERROR.hardware } : outcome.value);
    });
  }

  #extend(state: SlotState, running: RunningCommand, multiplier: number): void {
    const { extensionSequence, extensionStatus, extensionMultiplier, waitBytes } = this.parts.decisions.command;
    const { largestExtension } = state;
    const told = extensionMultiplier(multiplier, largestExtension);
    state.largestExtension = Math.max(largestExtension, told);
    this.line.answer(
      frame(ANSWER.dataBlock, {
        slot: running.slot,
        sequence: extensionSequence(running.sequence),
        b7: extensionStatus(told, largestExtension) | ICC_STATUS[state.slot.state],
        b8: told,
      }),
      waitBytes(told),
    );
  }

  /** PC_to_RDR_Abort: on a serial line it is both halves of an abort (firmware-validation.md §1.4, our choice). */
  #abort(command: CcidFrame, state: SlotState): void {
    const { abortedSequence, abortAlone } = this.parts.decisions.command;
    const { running } = state;
    if (running === undefined) {
      if (abortAlone !== undefined) return this.#refuse(command, abortAlone);
    } else {
      const sequence = abortedSequence(running.sequence, command.sequence);
      if (sequence !== undefined) {
        this.#breakOff(state, running);
        this.parts.pinEntry?.forget(state.index, "aborted");
        this.#failure({ ...command, type: COMMAND.xfrBlock, sequence }, state, ERROR.aborted);
      }
    }
    this.#answer(command, state, { type: ANSWER.slotStatus });
  }

  #breakOff(state: SlotState, running: RunningCommand): void {
    state.running = undefined;
    running.abandon();
    state.slot.abandon();
  }

  /** A card came or went; a command that worked with it ends. */
  #moved(state: SlotState): void {
    const { slot, running } = state;
    const { power } = this.parts.decisions;
    const isPresent = slot.state !== "absent";
    state.forgetParts(power.dropsRest);
    if (!isPresent) this.parts.pinEntry?.cardGone(state.index);
    this.line.moved(state.index, isPresent);
    if (running === undefined || isPresent) return;
    this.#breakOff(state, running);
    const outcome = power.afterRemoval(state.lastAnswer);
    const asked = frame(COMMAND.xfrBlock, { slot: running.slot, sequence: running.sequence });
    if ("error" in outcome) this.#failure(asked, state, outcome.error);
    else this.#answer(asked, state, { type: ANSWER.dataBlock, data: outcome.data });
  }

  #refuse(command: CcidFrame, error: number | undefined): void {
    const state = this.states[command.slot];
    const { iccStatusOfFailure } = this.parts.decisions.command;
    const status = state === undefined ? ICC_STATUS.absent : iccStatusOfFailure(state.slot.state);
    this.#send(command, {
      type: ANSWER.slotStatus,
      b7: COMMAND_STATUS.failed | status,
      b8: error ?? ERROR.commandNotSupported,
    });
  }

  #answer(command: CcidFrame, state: SlotState, reply: Reply): void {
    if ("error" in reply) return this.#failure(command, state, reply.error);
    const { type, b9 = 0, data = NOTHING } = reply;
    const { iccStatus } = this.parts.decisions.command;
    this.#send(command, { type, b7: COMMAND_STATUS.ok | iccStatus(state.slot.state), b9, data });
  }

  #failure(command: CcidFrame, state: SlotState, error: number): void {
    const { iccStatusOfFailure, muteStatus } = this.parts.decisions.command;
    const status = error === ERROR.mute ? muteStatus(state.slot.state, command.type) : COMMAND_STATUS.failed;
    const type = kindOf(command.type)?.answeredBy ?? ANSWER.slotStatus;
    this.#send(command, { type, b7: status | iccStatusOfFailure(state.slot.state), b8: error });
  }

  #send(command: CcidFrame, answer: Partial<CcidFrame> & { readonly type: number }): void {
    const { answerSlot, answerSequence, trailer } = this.parts.decisions.command;
    const { type, ...rest } = answer;
    const slot = answerSlot(command.slot, this.#lastSlot);
    const whole = frame(type, { ...rest, slot, sequence: answerSequence(command.sequence) });
    this.line.answer(whole, trailer(whole));
  }
}

const NOTHING = new Uint8Array(0);

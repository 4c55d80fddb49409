import { concat } from "../../simulator/kernel/bytes.ts";
import { COMMAND_STATUS, ERROR, ICC_STATUS } from "../ccid/constants.ts";
import type { FunctionalDescriptor } from "../ccid/descriptor.ts";
import type { CcidFrame } from "../ccid/frame.ts";
import { MAX_GAP_MS, MAX_RESENDS } from "../ccid-serial/constants.ts";
import { movement } from "../ccid-serial/frame.ts";
import { withLe } from "./apdu-level.ts";
import type { IccOutcome, IccState } from "./icc-slot.ts";
import { MUTE } from "./icc-slot.ts";
import type { Voltage } from "./ports.ts";

/**
 * Every decision of reader firmware that can go wrong, one clause each (firmware-validation.md §1, §2, §9). The good set
 * is {@link readerDecisions}; a faulty firmware in `firmware-stubs/mutants` differs from it in exactly one.
 */
export interface ReaderDecisions {
  readonly line: LineDecisions;
  readonly command: CommandDecisions;
  readonly power: PowerDecisions;
  readonly apdu: ApduDecisions;
  readonly pin: PinDecisions;
}

/** The serial line (§2). */
export interface LineDecisions {
  /** A frame whose LRC is wrong is a message all the same. */
  readonly takesBadLrc: boolean;
  /** The longest message that is read to its end, of the one the reader declares. */
  readonly longestMessageBytes: (declared: number) => number;
  /** A frame that stands still for longer is broken off, ms. */
  readonly gapMs: number;
  /** A frame may come in pieces: whether this piece of what the host sends is taken; every one. */
  readonly takesPiece: (piece: Uint8Array) => boolean;
  /** A piece may hold more than one frame. */
  readonly takesSeveralFrames: boolean;
  /** Bytes between frames that mean nothing are answered with NAK. */
  readonly answersStrayBytes: boolean;
  /** What is sent on NAK, of the frame that was sent last. */
  readonly again: (last: CcidFrame) => CcidFrame;
  /** How often a frame is sent again. */
  readonly maxResends: number;
  /** Copies of the host's frame that go back before its answer. */
  readonly echoes: (declared: boolean) => number;
  /** What says that the card of a slot moved. */
  readonly notice: (slot: number, present: boolean) => readonly Uint8Array[];
  /** Whether notices wait for the next answer, of what the host asked for by Escape 01 01. */
  readonly holdsNotices: (isAsked: boolean) => boolean;
  /** The answer with the notices that wait, in the order of the line. */
  readonly withNotices: (notices: Uint8Array, answer: Uint8Array) => readonly Uint8Array[];
  /** An event of the supply, which is no movement, is told as one. */
  readonly noticesPowerEvents: boolean;
}

/** CCID commands (§1). */
export interface CommandDecisions {
  readonly answerSequence: (asked: number) => number;
  /** Slot an answer names; `last` is the slot of the last command that came meanwhile. */
  readonly answerSlot: (asked: number, last: number) => number;
  /** bmICCStatus of a command that was carried out. */
  readonly iccStatus: (state: IccState) => number;
  /** bmICCStatus of a failed command. */
  readonly iccStatusOfFailure: (state: IccState) => number;
  readonly slotStatusDelayMs: number;
  /** bError of a command that cannot be carried out; undefined takes it for one that can, or was. */
  readonly refusal: (why: "type" | "length" | "slot" | "busy") => number | undefined;
  /** Reserved bytes of a command have to be 0. */
  readonly readsReservedBytes: boolean;
  /** bmCommandStatus that tells that a card said nothing to a command, by how the card stands. */
  readonly muteStatus: (state: IccState, commandType: number) => number;
  /** While a card works the host is told so this often, ms (§11, our choice); undefined tells it only when the card asks. */
  readonly extensionPeriodMs: number | undefined;
  readonly extensionSequence: (asked: number) => number;
  /** bmCommandStatus of a time extension, by its multiplier and the largest one told before. */
  readonly extensionStatus: (told: number, largest: number) => number;
  /** Multiplier told, of what the card asked for and the largest one told before. */
  readonly extensionMultiplier: (asked: number, largest: number) => number;
  /** Bytes between frames that tell of a card's work beside the time extension: the wait byte belongs to T=0, none here. */
  readonly waitBytes: (multiplier: number) => Uint8Array;
  /** Sequence number of the answer to a command that was aborted; undefined lets it work on. */
  readonly abortedSequence: (running: number, abort: number) => number | undefined;
  /** bError of an abort that finds nothing to abort; undefined for success (ours: on a serial line there is no partner). */
  readonly abortAlone: number | undefined;
  readonly descriptor: (declared: FunctionalDescriptor) => FunctionalDescriptor;
  /** Whether a rate is set when the host asks for it: every declared one, and no other. */
  readonly setsRate: (bitsPerSecond: number, declared: readonly number[]) => boolean;
  /** Parameters as they were set are what GetParameters tells. */
  readonly keepsParameters: boolean;
  /** ResetParameters brings the parameters of the start back. */
  readonly resetsParameters: boolean;
  /** The Escape by which the public driver asks whether anyone is there is answered (§2). */
  readonly tellsFirmwareText: boolean;
  /** Part of a chained command is asked to go on, with an empty block and chain 10. */
  readonly asksForMore: boolean;
  /** From where the next part of a long answer goes on, of where the last one ended. */
  readonly nextPart: (end: number, partBytes: number) => number;
  /** Bytes that follow an answer on the line. */
  readonly trailer: (answer: CcidFrame) => Uint8Array;
}

/** Power and removal. */
export interface PowerDecisions {
  /** Classes tried in this order when the host leaves the choice to the reader (ISO/IEC 7816-3 §6.2.4: lowest first). */
  readonly voltageOrder: readonly Voltage[];
  /** Power on for a card that has power resets it. */
  readonly resetsPoweredCard: boolean;
  /** What a command answers whose card went away; `last` is what the card said before. */
  readonly afterRemoval: (last: Uint8Array | undefined) => IccOutcome;
  /** A card that comes is a new one: it has no power until the host gives it. */
  readonly forgetsOnRemoval: boolean;
  /** What the host has not fetched of an answer goes with the card, and with its power. */
  readonly dropsRest: boolean;
  readonly checksTs: boolean;
  readonly checksTck: boolean;
}

/** APDUs of a reader that takes them whole (§7). */
export interface ApduDecisions {
  /** 61xx is followed with GET RESPONSE; `pieces` of the answer are there already. */
  readonly follows61: (pieces: number) => boolean;
  /** The answer, of its pieces in order; status words stand behind the last one alone. */
  readonly join: (pieces: readonly Uint8Array[]) => Uint8Array;
  readonly repeats6C: boolean;
  /** The command that asks again after 6Cxx. */
  readonly withLe: (command: Uint8Array, le: number) => Uint8Array;
  /** What goes to the card, of what the host sent. */
  readonly toCard: (command: Uint8Array) => Uint8Array;
  /** What goes to the host, of what the card said. */
  readonly toHost: (response: Uint8Array) => Uint8Array;
}

/** How a PIN entry ended. */
export type EntryEnd = "used" | "cancelled" | "timed-out" | "aborted" | "card-gone";

/** PIN entry at the reader (§1.5). */
export interface PinDecisions {
  /** Digits are wiped when an entry ended so; always. */
  readonly wipes: (end: EntryEnd) => boolean;
  /** The card is asked for its counter before the entry. */
  readonly asksCounter: boolean;
  /** VERIFY is sent once more after this answer of the card. */
  readonly asksAgain: (response: Uint8Array) => boolean;
  /** Tries left that one card told are shown for the next one. */
  readonly triesOutliveCard: boolean;
  /** Tries left as shown, of what the card said; undefined shows nothing. */
  readonly shownTries: (told: number | undefined, entries: number) => number | undefined;
  readonly logs: (digits: string) => string;
  /** What the screen shows of digits typed. */
  readonly masked: (digits: string) => string;
  readonly restsAfterRemoval: boolean;
  /** Keys pressed while nobody is asked count for the next entry. */
  readonly takesKeysEarly: boolean;
  readonly cancelError: number;
  readonly timeoutError: number;
  /** What the host is answered, of the card's answer and the digits. */
  readonly result: (response: Uint8Array, digits: string) => Uint8Array;
  /** Digits that go into the command. */
  readonly usable: (digits: string, minDigits: number, maxDigits: number) => boolean;
}

const REFUSALS = {
  type: ERROR.commandNotSupported,
  length: ERROR.badLength,
  slot: ERROR.badSlot,
  busy: ERROR.slotBusy,
} as const;

/** How good firmware decides. */
export const readerDecisions: ReaderDecisions = {
  line: {
    takesBadLrc: false,
    longestMessageBytes: (declared) => declared,
    gapMs: MAX_GAP_MS,
    takesPiece: () => true,
    takesSeveralFrames: true,
    answersStrayBytes: false,
    again: (last) => last,
    maxResends: MAX_RESENDS,
    echoes: (declared) => (declared ? 1 : 0),
    notice: (slot, present) => [movement(slot, present)],
    holdsNotices: (isAsked) => isAsked,
    withNotices: (notices, answer) => [notices, answer],
    noticesPowerEvents: false,
  },
  command: {
    answerSequence: (asked) => asked,
    answerSlot: (asked) => asked,
    iccStatus: (state) => ICC_STATUS[state],
    iccStatusOfFailure: (state) => ICC_STATUS[state],
    slotStatusDelayMs: 0,
    refusal: (why) => REFUSALS[why],
    readsReservedBytes: false,
    muteStatus: () => COMMAND_STATUS.failed,
    extensionPeriodMs: 500,
    extensionSequence: (asked) => asked,
    extensionStatus: () => COMMAND_STATUS.timeExtension,
    extensionMultiplier: (asked) => asked,
    waitBytes: () => NOTHING,
    abortedSequence: (running) => running,
    abortAlone: undefined,
    descriptor: (declared) => declared,
    setsRate: (rate, declared) => declared.includes(rate),
    keepsParameters: true,
    resetsParameters: true,
    tellsFirmwareText: true,
    asksForMore: true,
    nextPart: (end) => end,
    trailer: () => NOTHING,
  },
  power: {
    voltageOrder: [3, 2, 1],
    resetsPoweredCard: true,
    afterRemoval: () => MUTE,
    forgetsOnRemoval: true,
    dropsRest: true,
    checksTs: true,
    checksTck: true,
  },
  apdu: {
    follows61: () => true,
    join: (pieces) => concat(...pieces),
    repeats6C: true,
    withLe,
    toCard: (command) => command,
    toHost: (response) => response,
  },
  pin: {
    wipes: () => true,
    asksCounter: false,
    asksAgain: () => false,
    triesOutliveCard: false,
    shownTries: (told) => told,
    logs: () => "PIN entered",
    masked: (digits) => "*".repeat(digits.length),
    restsAfterRemoval: true,
    takesKeysEarly: false,
    cancelError: ERROR.pinCancelled,
    timeoutError: ERROR.pinTimeout,
    result: (response) => response,
    usable: (digits, minDigits, maxDigits) => digits.length >= minDigits && digits.length <= maxDigits,
  },
};

const NOTHING = new Uint8Array(0);

import type { Clock } from "../../simulator/kernel/clock.ts";
import type { Strand } from "../../simulator/kernel/pco.ts";
import { type Process, withDeadline } from "../../simulator/kernel/process.ts";
import type { CardChannel } from "../cards/card-channel.ts";
import { type CommandApdu, type ResponseApdu, response } from "../iso7816/apdu.ts";
import { NO_ANSWER } from "../iso7816/status-word.ts";
import type { CardAccess } from "./card-access.ts";

/** A card as the reader hears it: silence is remembered, and whoever fell silent is asked nothing more. */
export class CardTalk implements CardChannel {
  readonly strand: Strand;
  readonly #access: CardAccess;
  readonly #clock: Clock;
  readonly #answerMs: number;
  #silenced = false;

  /** `answerMs`: a command that takes longer was not answered. */
  constructor(access: CardAccess, clock: Clock, answerMs: number) {
    this.strand = access.channel.strand;
    this.#access = access;
    this.#clock = clock;
    this.#answerMs = answerMs;
  }

  /** True once a command got no answer: the card is gone, or might as well be. */
  get silenced(): boolean {
    return this.#silenced;
  }

  *transmit(command: CommandApdu): Process<ResponseApdu> {
    if (this.#silenced) return response(NO_ANSWER);
    const answer = yield* withDeadline(this.#clock, this.#access.channel.transmit(command), this.#answerMs);
    // More data than were asked for are no answer: what read them ran over its end (ISO/IEC 7816-4 §5.1, Nr <= Ne).
    const heard = answer === undefined || answer.data.length > command.ne ? response(NO_ANSWER) : answer;
    if (heard.sw === NO_ANSWER) this.#silenced = true;
    return heard;
  }

  /** Gives the card power anew, and with it another chance; false when no chip answers. */
  *wake(): Process<boolean> {
    if ((yield* this.#access.wake()) === undefined) return false;
    this.#silenced = false;
    return true;
  }
}

import type { PcscClient, PcscReader } from "../../../devices/transports/pcsc-client.ts";
import { isProblem, type TransportProblem } from "../../../devices/transports/transport-problem.ts";
import { LAID_WITHIN_MS, nothingLies, type OuterReader } from "../../outer/outer-reader.ts";
import { inTime } from "../driver-deadline.ts";

/** Problems that are the card's: it says nothing, or is gone. */
const CARDS_OWN: ReadonlySet<string> = new Set(["no-card", "card-removed", "mute", "no-contact", "reset-by-another"]);

/** A reader of the machine's PC/SC, its card held for ourselves alone: no other program takes what is selected. */
export class PcscOuterReader implements OuterReader {
  readonly name: string;
  readonly #client: PcscClient;
  #card: PcscReader | undefined;

  constructor(client: PcscClient, name: string) {
    this.#client = client;
    this.name = name;
  }

  async connect(): Promise<Uint8Array | undefined | TransportProblem> {
    const first = await this.#connected();
    if (!isProblem(first) || first.code !== "no-card") return silenceOr(first);
    const problem = await this.#client.waitFor(this.name, "inserted", LAID_WITHIN_MS);
    if (problem !== undefined) return problem.code === "too-late" ? nothingLies(this.name) : problem;
    return silenceOr(await this.#connected());
  }

  async reset(): Promise<Uint8Array | undefined | TransportProblem> {
    return this.#card === undefined ? undefined : silenceOr(await inTime(this.#card.reset()));
  }

  async transmit(command: Uint8Array): Promise<Uint8Array | undefined | TransportProblem> {
    return this.#card === undefined ? undefined : silenceOr(await inTime(this.#card.transmit(command)));
  }

  async release(): Promise<void> {
    const card = this.#card;
    this.#card = undefined;
    if (card !== undefined) await inTime(card.close());
  }

  async #connected(): Promise<Uint8Array | TransportProblem> {
    const card = await inTime(this.#client.connect(this.name, "exclusive"));
    if (isProblem(card)) return card;
    this.#card = card;
    return card.atr;
  }
}

const silenceOr = (answer: Uint8Array | TransportProblem): Uint8Array | undefined | TransportProblem =>
  isProblem(answer) && CARDS_OWN.has(answer.code) ? undefined : answer;

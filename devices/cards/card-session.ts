import type { KeyObject } from "node:crypto";
import type { Rng } from "../../simulator/kernel/rng.ts";
import type { BoundApplication, BoundObject } from "./application.ts";
import type { CardProfile } from "./choices.ts";
import { FREE, type RightsMask } from "./elementary-file.ts";
import type { PinMemory, PinObject } from "./pin.ts";

/** A PIN-less authentication under way (my-number-card.md §1.10). */
export interface TerminalAuthentication {
  readonly anchor: number;
  /** First part of the CV certificate, waiting for its signature. */
  readonly template?: Uint8Array;
  /** Key of the certificate once it proved genuine. */
  readonly terminalKey?: KeyObject;
}

/** The state of a card: what lasts (PIN counters) and what a power cut or another application wipes out. */
export class CardSession {
  readonly applications: readonly BoundApplication[];
  readonly profile: CardProfile;
  readonly rng: Rng;
  /** Selected when power comes: where GET DATA finds the card's own data (my-number-card.md §1.1, §1.7). */
  readonly #root: BoundApplication;
  #application: BoundApplication;
  #rights: RightsMask = 0;
  current: BoundObject | undefined;
  /** The last challenge given out, good for one EXTERNAL AUTHENTICATE. */
  challenge: Uint8Array | undefined;
  authentication: TerminalAuthentication | undefined;

  constructor(root: BoundApplication, others: readonly BoundApplication[], profile: CardProfile, rng: Rng) {
    this.#root = root;
    this.#application = root;
    this.applications = [root, ...others];
    this.profile = profile;
    this.rng = rng;
  }

  get application(): BoundApplication {
    return this.#application;
  }

  /** True while nothing but the card manager is selected. */
  get atRoot(): boolean {
    return this.#application === this.#root;
  }

  /** Power came back: everything volatile is gone, the counters stay. */
  reset(): void {
    this.#application = this.#root;
    this.#forget();
  }

  /** Another application drops every right; the same one again keeps them or not (my-number-card.md §8 D-01, ours). */
  select(application: BoundApplication): void {
    if (application !== this.#application || this.profile.reselect === "clears-rights") this.#forget();
    this.#application = application;
    this.current = undefined;
  }

  /** An object of the current application by its id, or by its short id: they are the same numbers. */
  find(fid: number): BoundObject | undefined {
    return this.#application.objects[fid];
  }

  grant(fid: number): void {
    this.#rights |= 1 << fid;
  }

  /** Takes rights back: of a PIN that failed, of a signature that used its right up. */
  revoke(rights: RightsMask): void {
    this.#rights &= ~rights;
  }

  holds(fid: number): boolean {
    return (this.#rights & (1 << fid)) !== 0;
  }

  may(rule: RightsMask): boolean {
    return rule === FREE || (rule & this.#rights) !== 0;
  }

  /** Every PIN of the card with what its memory holds now. */
  memory(): readonly (readonly [PinObject, PinMemory])[] {
    return this.applications.flatMap(({ objects }) =>
      objects.flatMap((object) => (object?.kind === "pin" ? [[object.pin, object.pin.memory] as const] : [])),
    );
  }

  #forget(): void {
    this.#rights = 0;
    this.current = undefined;
    this.challenge = undefined;
    this.authentication = undefined;
  }
}

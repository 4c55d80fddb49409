import type { KeyObject } from "node:crypto";
import type { Rng } from "../../simulator/kernel/rng.ts";
import type { CardApplication, CardObject } from "./application.ts";
import type { CardImage } from "./card-image.ts";
import { type AccessRule, type AnyFile, allows } from "./elementary-file.ts";
import { PinObject } from "./pin.ts";

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
  readonly image: CardImage;
  readonly applications: readonly CardApplication[];
  readonly rng: Rng;
  readonly #pins = new Map<string, PinObject>();
  readonly #contents = new Map<AnyFile, Uint8Array>();
  #application: CardApplication | undefined;
  #rights = new Set<number>();
  current: CardObject | undefined;
  /** The last challenge given out, good for one EXTERNAL AUTHENTICATE. */
  challenge: Uint8Array | undefined;
  authentication: TerminalAuthentication | undefined;

  constructor(image: CardImage, applications: readonly CardApplication[], rng: Rng) {
    this.image = image;
    this.applications = applications;
    this.rng = rng;
  }

  get application(): CardApplication | undefined {
    return this.#application;
  }

  /** Power came back: everything volatile is gone, the counters stay. */
  reset(): void {
    this.#application = undefined;
    this.#forget();
  }

  /** Another application drops every right; the same one again keeps them (my-number-card.md §8 D-01, ours). */
  select(application: CardApplication): void {
    if (application !== this.#application) this.#forget();
    this.#application = application;
    this.current = undefined;
  }

  /** An object of the current application by its id, or by its short id: they are the same numbers. */
  find(fid: number): CardObject | undefined {
    return this.#application?.objects.find((object) => object.fid === fid);
  }

  grant(fid: number): void {
    this.#rights.add(fid);
  }

  may(rule: AccessRule): boolean {
    return allows(rule, this.#rights);
  }

  /** The counter of a PIN of an application; it exists once a card. */
  pin(application: CardApplication, object: CardObject & { readonly kind: "pin" }): PinObject {
    const key = `${application.id}/${object.fid}`;
    const known = this.#pins.get(key) ?? new PinObject(object.digits(this.image), object.tries);
    this.#pins.set(key, known);
    return known;
  }

  /** The bytes of a file, computed once a card. */
  contentOf(file: AnyFile): Uint8Array {
    const known = this.#contents.get(file) ?? file.bytes(this.image);
    this.#contents.set(file, known);
    return known;
  }

  #forget(): void {
    this.#rights = new Set();
    this.current = undefined;
    this.challenge = undefined;
    this.authentication = undefined;
  }
}

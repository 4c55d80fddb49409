import type { Cancel } from "../../../simulator/kernel/clock.ts";
import type { Timers } from "../timers.ts";
import type { Client } from "./client.ts";

/** Something a program asked for that may have to wait until a reader is free. */
export interface WaitingRequest {
  /** Who asked; undefined for what the service owes to a program that is gone. */
  readonly client: Client | undefined;
  /** Does it and answers, or returns false and has changed nothing: still not possible. */
  attempt(): boolean;
  readonly patience?: Patience;
}

/**
 * For calls that libpcsclite repeats by itself as long as it hears SCARD_E_SHARING_VIOLATION (`winscard_clnt.c`). They
 * must not wait for ever: a program with two threads in one context could never send the call that frees the reader.
 */
export interface Patience {
  readonly waitMs: number;
  /** The handle, which keeps its place in the queue until it asks again. */
  readonly place: number;
  /** True when the wait is for a transaction of another handle, which may last; not for a command under way. */
  blocked(): boolean;
  /** Answers SCARD_E_SHARING_VIOLATION. */
  giveUp(): void;
}

interface Place {
  readonly key: number | undefined;
  readonly client: Client | undefined;
  /** Undefined while the program was sent away and has not asked again. */
  request: WaitingRequest | undefined;
  cancelTimer: Cancel | undefined;
}

/** Who waits for one reader, first come first served. One place a connection at most, so it is bounded as they are. */
export class RequestQueue {
  readonly #timers: Timers;
  #places: Place[] = [];
  #settling = false;
  #again = false;

  constructor(timers: Timers) {
    this.#timers = timers;
  }

  /** Does it now, or as soon as it can be done. */
  submit(request: WaitingRequest): void {
    if (request.attempt()) this.leave(request.patience?.place);
    else this.park(request);
  }

  /** For a request that was attempted already, in vain. */
  park(request: WaitingRequest): void {
    const place = this.#placeFor(request);
    place.request = request;
    this.#arm(place);
  }

  /** The reader became free, or something else changed: whoever can go on does, in order. */
  settle(): void {
    this.#again = true;
    if (this.#settling || this.#places.length === 0) return;
    this.#settling = true;
    // Each round but the last has answered somebody, so there are no more rounds than requests.
    while (this.#again) {
      this.#again = false;
      for (let index = 0; index < this.#places.length; ) if (!this.#settleAt(index)) index++;
    }
    this.#settling = false;
    if (this.#places.every(({ request }) => request === undefined)) this.#places = [];
  }

  /** The program is gone, and what it waited for with it. */
  forget(client: Client): void {
    this.#drop((place) => place.client === client);
  }

  /** The handle needs its place no longer. */
  leave(key: number | undefined): void {
    if (key !== undefined && this.#places.length > 0) this.#drop((place) => place.key === key);
  }

  /** True when the place was left: the request is answered, or moved on. */
  #settleAt(index: number): boolean {
    const place = this.#places[index];
    const request = place?.request;
    if (place === undefined || request === undefined) return false;
    // Out of the queue first: an answer may bring the program's next request at once.
    this.#places.splice(index, 1);
    if (!request.attempt()) {
      this.#places.splice(index, 0, place);
      return false;
    }
    place.cancelTimer?.();
    return true;
  }

  #placeFor({ client, patience }: WaitingRequest): Place {
    const key = patience?.place;
    const kept = key === undefined ? undefined : this.#places.find((place) => place.key === key);
    if (kept !== undefined) return kept;
    const place: Place = { key, client, request: undefined, cancelTimer: undefined };
    this.#places.push(place);
    return place;
  }

  #drop(gone: (place: Place) => boolean): void {
    for (const place of this.#places) if (gone(place)) place.cancelTimer?.();
    this.#places = this.#places.filter((place) => !gone(place));
    // A round that is under way counts places: let it count once more.
    this.#again = true;
  }

  #arm(place: Place): void {
    const patience = place.request?.patience;
    if (patience === undefined) return;
    place.cancelTimer = this.#timers.after(patience.waitMs, () => {
      if (!patience.blocked()) return this.#arm(place);
      place.request = undefined;
      patience.giveUp();
    });
  }
}

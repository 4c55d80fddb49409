import { readerMessages } from "../readers/messages.ts";
import type { ConfirmationMethod } from "../readers/profile.ts";
import { type PhoneKind, type ScreenView, screenTitles, type Touch } from "../readers/screens.ts";
import type { ConsentKind } from "../terminal/ports.ts";
import { flag, listOf, oneOf, type Reads, recordOf, text, upTo } from "./json.ts";

/** Digits left of a PIN's counter: the card says them in half a byte (63Cx). */
const MOST_TRIES = 15;

const method = oneOf<ConfirmationMethod>({ face: 0, pin: 0, visual: 0, phone: 0 });
const phone = oneOf<PhoneKind>({ android: 0, iphone: 0 });
const consents = { limit: flag, disease: flag, checkup: flag, drug: flag, care: flag, surgery: flag, subsidy: flag };
const consent = oneOf<ConsentKind>(consents);
const onlyTrue: Reads<true> = (value) => (value === true ? true : undefined);

/** A screen as it crosses the front port: {@link ScreenView} in JSON. */
export const readView: Reads<ScreenView> = recordOf<ScreenView>(
  {
    reader: text(/^.{1,32}$/u),
    screen: oneOf(screenTitles),
    message: oneOf(readerMessages),
    offers: listOf(method),
    name: text(/^.{1,200}$/u),
    asks: listOf(consent),
    bundled: flag,
    phones: listOf(phone),
    asksPasscode: onlyTrue,
    triesLeft: upTo(MOST_TRIES),
  },
  "reader",
  "screen",
);

type Touches = { readonly [K in Touch["kind"]]: Reads<Omit<Extract<Touch, { readonly kind: K }>, "kind">> };

const nothingMore = recordOf<Record<never, never>>({});
const prescription = recordOf<{ readonly select?: "1" | "2" }>({ select: oneOf<"1" | "2">({ 1: 0, 2: 0 }) });

/** What each touch carries beside its kind. */
const touches: Touches = {
  chose: recordOf({ method }, "method"),
  typed: recordOf({ digits: text(/^\d{0,16}$/) }, "digits"),
  "chose-phone": recordOf({ phone }, "phone"),
  "held-phone": nothingMore,
  looked: nothingMore,
  confirmed: nothingMore,
  "not-me": nothingMore,
  answered: recordOf(
    { consents: recordOf<Extract<Touch, { readonly kind: "answered" }>["consents"]>(consents) },
    "consents",
  ),
  prescription: (value) => {
    const read = prescription(value);
    return read && { select: read.select };
  },
  "took-card": nothingMore,
  left: nothingMore,
};

const kindOf = recordOf<Pick<Touch, "kind">>({ kind: oneOf(touches) }, "kind");

/** A touch as it crosses the front port: {@link Touch} in JSON. */
export const readTouch: Reads<Touch> = (value) => {
  const kind = kindOf(value)?.kind;
  const rest = kind && touches[kind](value);
  return rest && ({ kind, ...rest } as Touch);
};

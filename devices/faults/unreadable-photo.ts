import { fault } from "../../simulator/kernel/fault.ts";
import { CARD_FRONT, cardSurface } from "../cards/applications/card-surface.ts";
import type { ApduExchange } from "../cards/field.ts";
import { answered } from "./answered.ts";
import { within } from "./bounds.ts";
import { readOffset, watchFiles } from "./file-watch.ts";
import { PhotoFinder } from "./photo-finder.ts";

const MOST_BYTES = 0x7fff;

/**
 * The photo on the chip is damaged while everything else is fine: the first bytes of DF27 arrive turned over
 * (requirements.md F05, F14). A client that never reads the head of the file gets it whole: where the photo lies is
 * written there.
 */
export const unreadablePhoto = fault({
  id: "unreadable-photo",
  title: { ja: "顔写真データの破損", en: "photo on the chip damaged" },
  pco: "card.apdu",
  defaults: { bytes: 64 },
  shows: "C01+unreadable-photo",
  arm({ bytes }) {
    within("bytes", bytes, 0, MOST_BYTES);
    const placeOf = watchFiles();
    const finder = new PhotoFinder();
    return (exchange) => {
      const place = placeOf(exchange);
      const offset = readOffset(exchange.command);
      if (place.application !== cardSurface.id || place.fid !== CARD_FRONT || offset === undefined)
        return { pass: exchange };
      const photo = finder.shown(exchange.reader, offset, exchange.response.data);
      return photo === undefined
        ? { pass: exchange }
        : { pass: damaged(exchange, offset, photo.from, Math.min(photo.to, photo.from + bytes)) };
    };
  },
});

/** Turns over the bytes of the file from `from` to before `to`, as far as this answer holds them. */
function damaged(exchange: ApduExchange, offset: number, from: number, to: number): ApduExchange {
  const { data, sw } = exchange.response;
  const [first, end] = [Math.max(0, from - offset), Math.min(data.length, to - offset)];
  if (first >= end) return exchange;
  // A copy: the card answers with a view of its own file.
  return answered(
    exchange,
    sw,
    data.map((byte, at) => (at >= first && at < end ? byte ^ 0xff : byte)),
  );
}

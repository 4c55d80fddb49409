import {
  type Address,
  addressIn,
  BLOCKS,
  DISTRICTS,
  HOUSES,
  municipalityIndex,
  PLACE_NAMES,
  placeName,
} from "./places.ts";
import type { Home } from "./registry.ts";

const PLOTS = PLACE_NAMES * DISTRICTS * BLOCKS * HOUSES;
/** Homes next to each other in number lie far apart; no common factor with {@link PLOTS}, and its inverse. */
const SCATTER = 1_000_003;
const GATHER = inverse(SCATTER, PLOTS);

const TOWN_OF_NAME: ReadonlyMap<string, number> = new Map(
  Array.from({ length: PLACE_NAMES }, (_, index) => [placeName(index).ja, index]),
);
/** The address of a home; another home, another address, so that {@link homeBehind} leads back. */
export function homeAddress({ municipality: index, plot }: Home): Address {
  let rest = (plot * SCATTER) % PLOTS;
  const part = (size: number): number => {
    const value = (rest >>> 0) % size;
    rest = (rest - value) / size;
    return value;
  };
  return addressIn(index, part(PLACE_NAMES), part(DISTRICTS), part(BLOCKS), part(HOUSES));
}

const WRITTEN = /^架空県(.+?[市町村])(.+?)([０-９]+)丁目([０-９]+)番([０-９]+)号$/;

/** The home an address is of, exactly as it is written; undefined for any other text. */
export function homeBehind(address: string): Home | undefined {
  const [, municipalityName = "", townName = "", ...numbers] = WRITTEN.exec(address) ?? [];
  const index = municipalityIndex(municipalityName);
  const town = TOWN_OF_NAME.get(townName);
  if (index === undefined || town === undefined) return undefined;
  const [district = -1, block = -1, house = -1] = numbers.map((digits) => Number(digits.normalize("NFKC")) - 1);
  const value = town + PLACE_NAMES * (district + DISTRICTS * (block + BLOCKS * house));
  const home = { municipality: index, plot: plotAt(value) };
  return homeAddress(home).address === address ? home : undefined;
}

/** The plot that {@link homeAddress} scattered to a place; the product is too large for exact plain numbers. */
function plotAt(value: number): number {
  return Number((BigInt(value) * BigInt(GATHER)) % BigInt(PLOTS));
}

const AREA = /^架空県(.+?[市町村])(.*)$/;

/** The municipality, or a town of it, that is written like the beginning of an address; undefined for any other text. */
export function areaBehind(text: string): { readonly municipality: number; readonly town?: number } | undefined {
  const [, municipalityName = "", townName = ""] = AREA.exec(text) ?? [];
  const index = municipalityIndex(municipalityName);
  const town = TOWN_OF_NAME.get(townName);
  if (index === undefined || (townName !== "" && town === undefined)) return undefined;
  return { municipality: index, ...(town === undefined ? {} : { town }) };
}

/** Plots of a town, of every municipality alike: all that ever can be homes there. */
export function plotsOfTown(town: number): readonly number[] {
  return Array.from({ length: PLOTS / PLACE_NAMES }, (_, houses) => plotAt(town + PLACE_NAMES * houses));
}

/** `x` with value × x ≡ 1 by the modulus: Euclid's algorithm (general knowledge). */
function inverse(value: number, modulus: number): number {
  let [r, nextR, t, nextT] = [modulus, value % modulus, 0, 1];
  while (nextR !== 0) {
    const quotient = Math.trunc(r / nextR);
    [r, nextR, t, nextT] = [nextR, r - quotient * nextR, nextT, t - quotient * nextT];
  }
  return t < 0 ? t + modulus : t;
}

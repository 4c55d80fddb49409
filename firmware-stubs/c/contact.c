/* The card with contacts: power by voltage class, the ATR, its characters, and what is left when it goes: nothing. */
#include <string.h>

#include "reader.h"

/* From reset to the first character 40,000 clocks, from one to the next 9,600 etu (ISO/IEC 7816-3 6.2.2, 8.1). */
#define INITIAL_WAIT_MS 10u
#define ATR_CHARACTER_WAIT_MS 900u
#define DEFAULT_IFSC 32u
#define DEFAULT_WAITING 0x4d /* BWI 4, CWI 13 */

/* What the ATR says as far as it is there; true once it is whole (ISO/IEC 7816-3 8.2). */
static bool is_whole(struct atr *atr)
{
  const uint8_t *bytes = atr->bytes;
  if (atr->length < 2) return false;
  const size_t historical = bytes[1] & 0x0fu;
  uint8_t present = bytes[1] >> 4; /* TA, TB, TC, TD of the next group */
  uint8_t protocol = 0;
  bool needs_tck = false;
  bool is_t1_read = false;
  size_t at = 2;
  for (unsigned group = 1; present != 0; group++) { /* ends with the characters: each group has one at least */
    const size_t td = at + (present & 1u) + (present >> 1 & 1u) + (present >> 2 & 1u);
    if (td + (present >> 3) > atr->length) return false;
    if (group > 2 && protocol == 1 && !is_t1_read) {
      is_t1_read = true;
      if (present & 1u) atr->ifsc = bytes[at];
      if (present & 2u) atr->waiting = bytes[at + (present & 1u)];
      if (present & 4u) atr->wants_crc = (bytes[td - 1] & 1u) != 0;
    }
    if ((present & 8u) == 0) {
      at = td;
      break;
    }
    protocol = bytes[td] & 0x0fu;
    present = bytes[td] >> 4;
    needs_tck = needs_tck || protocol != 0;
    atr->offers_t1 = atr->offers_t1 || protocol == 1;
    at = td + 1;
  }
  return atr->length >= at + historical + (needs_tck ? 1u : 0u);
}

/* TCK makes the exclusive or of everything behind TS zero; a card that offers T=0 alone has none (8.2.5). */
static int judge(const struct atr *atr)
{
  uint8_t sum = 0;
  for (size_t at = 1; at < atr->length; at++) sum ^= atr->bytes[at];
  return atr->offers_t1 && sum != 0 ? BAD_ATR_TCK : FINE;
}

static int receive_atr(struct reader *r)
{
  struct atr *atr = &r->contact.atr;
  memset(atr, 0, sizeof *atr);
  atr->ifsc = DEFAULT_IFSC;
  atr->waiting = DEFAULT_WAITING;
  while (atr->length < MAX_ATR && !is_whole(atr)) {
    const uint32_t wait_ms = atr->length == 0 ? INITIAL_WAIT_MS : ATR_CHARACTER_WAIT_MS;
    const enum waited waited = reader_wait(r, wait_ms + LINE_ALLOWANCE_MS);
    if (waited == BROKEN_OFF) return r->broken_off;
    if (waited == TIME_UP) return atr->length == 0 ? MUTE : PARITY;
    contact_take(r, &atr->bytes[atr->length++]);
    if (atr->bytes[0] != 0x3b && atr->bytes[0] != 0x3f) return BAD_ATR_TS; /* neither convention: the rest says nothing */
  }
  if (atr->ifsc == 0 || atr->ifsc > MAX_INF) atr->ifsc = DEFAULT_IFSC; /* ours: a reserved size counts as not said */
  return judge(atr);
}

/* Gives power, or gives it anew: a card that had it is reset. `select` 0 tries the lowest class first (6.2.4). */
int contact_power_on(struct reader *r, uint8_t select)
{
  static const uint8_t classes[] = {3, 2, 1};
  const size_t tries = select == 0 ? sizeof classes : 1;
  int error = MUTE;
  if (!r->contact.is_present) return MUTE;
  for (size_t try = 0; try < tries && r->broken_off == FINE; try++) {
    contact_power_off(r);
    pins_power(r, select == 0 ? classes[try] : select);
    error = receive_atr(r);
    if (error != FINE) continue;
    r->contact.is_active = true;
    contact_reset_parameters(r);
    t1_begin(r);
    error = t1_negotiate(r);
    break;
  }
  if (error != FINE) contact_power_off(r); /* also where the first block of T=1 came to nothing (notes 5, rule 7) */
  return error;
}

/* What is left when the power or the card goes. Nothing of one card is told with the next (notes 9 X34, X45). */
static void forget(struct reader *r)
{
  r->contact.is_active = false;
  r->contact.taken = r->contact.filled = 0;
  r->is_chained = false;
  r->answer_length = r->answer_given = 0;
}

void contact_power_off(struct reader *r)
{
  forget(r);
  pins_power(r, 0);
}

/* T=1 as it is before any card spoke, with what its ATR says otherwise (notes 1.5). */
void contact_reset_parameters(struct reader *r)
{
  const struct atr *atr = &r->contact.atr;
  const uint8_t before[] = {0x11, 0x10, 0x00, DEFAULT_WAITING, 0x00, DEFAULT_IFSC, 0x00};
  memcpy(r->contact.parameters, before, sizeof before);
  if (!r->contact.is_active) return;
  if (atr->wants_crc) r->contact.parameters[1] |= 0x01;
  r->contact.parameters[3] = atr->waiting;
  r->contact.parameters[5] = atr->ifsc;
}

/* The switch of the slot. A card that comes has no power; a command that worked with one that goes ends. */
void contact_moved(struct reader *r, bool is_present)
{
  if (r->contact.is_present == is_present) return;
  r->contact.is_present = is_present;
  forget(r);
  if (!is_present && r->work == WORKING) r->broken_off = MUTE;
  line_moved(r);
}

/* A character of the card. What comes faster than it is used is lost, and the block it belonged to is asked for again. */
void contact_hear(struct reader *r, uint8_t character)
{
  struct contact *contact = &r->contact;
  if (contact->taken == contact->filled) contact->taken = contact->filled = 0;
  if (contact->is_present && contact->filled < sizeof contact->heard) contact->heard[contact->filled++] = character;
}

bool contact_take(struct reader *r, uint8_t *character)
{
  struct contact *contact = &r->contact;
  if (contact->taken == contact->filled) return false;
  *character = contact->heard[contact->taken++];
  return true;
}

/* Half duplex: what the card said before it was asked is not listened to. */
void contact_say(struct reader *r, const uint8_t *characters, size_t length)
{
  r->contact.taken = r->contact.filled = 0;
  pins_say(r, characters, length);
}

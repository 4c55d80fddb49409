/*
 * APDUs as a reader of short or extended APDU level carries them (notes 7): 61xx is followed with GET RESPONSE and the
 * pieces joined, 6Cxx is answered by the same command with that Le. Every other status word, 63Cx before all, goes to the
 * host untouched.
 */
#include <string.h>

#include "reader.h"

/* A card may hand out a long answer byte by byte; more pieces than that are none. */
#define MAX_PIECES 4096u

static uint8_t sw1(const struct reader *r)
{
  return r->answer_length >= 2 ? r->answer[r->answer_length - 2] : 0;
}

static uint8_t sw2(const struct reader *r)
{
  return r->answer[r->answer_length - 1];
}

/* Puts another Le into the command, 00 for 256 (ISO/IEC 7816-4 5.1). False where it has no room for one. */
static bool set_le(struct reader *r, uint8_t le)
{
  uint8_t *apdu = r->apdu;
  const size_t length = r->apdu_length;
  const bool is_extended = length >= 7 && apdu[4] == 0;
  if (is_extended) {
    const size_t with_data = 7u + (((size_t)apdu[5] << 8) | apdu[6]) + 2u;
    if (length != 7 && length != with_data) return false; /* no Le to be put right */
    apdu[length - 2] = le == 0 ? 1 : 0;
    apdu[length - 1] = le;
    return true;
  }
  const bool has_le = length == 5 || (length > 5 && length == 6u + apdu[4]);
  if (length < 4 || (!has_le && length == MAX_COMMAND)) return false;
  apdu[has_le ? length - 1 : length] = le;
  r->apdu_length = has_le ? length : length + 1;
  return true;
}

static int carry(struct reader *r)
{
  r->answer_length = 0;
  int error = t1_transceive(r, r->apdu, r->apdu_length);
  if (error == FINE && sw1(r) == 0x6c && set_le(r, sw2(r))) {
    r->answer_length = 0;
    error = t1_transceive(r, r->apdu, r->apdu_length);
  }
  for (unsigned piece = 0; error == FINE && sw1(r) == 0x61 && piece < MAX_PIECES; piece++) {
    const uint8_t get_response[] = {r->apdu[0], 0xc0, 0x00, 0x00, sw2(r)};
    r->answer_length -= 2; /* the next piece goes where the status word stood */
    error = t1_transceive(r, get_response, sizeof get_response);
  }
  return error;
}

/* The command in `apdu` to the card, its whole answer into `answer`. */
int apdu_exchange(struct reader *r)
{
  const int error = carry(r);
  memset(r->apdu, 0, r->apdu_length); /* it may have held a PIN */
  r->apdu_length = 0;
  r->answer_given = 0;
  return error;
}

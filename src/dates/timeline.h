/* timeline.h - where in time the article stands, and what it has spoken of. */
#ifndef BP_TIMELINE_H
#define BP_TIMELINE_H

#include "grammar.h"
#include "period.h"
#include "reading.h"
#include "tense.h"

typedef struct bp_spoken {
    bool known;
    bp_period period;
    uint32_t block, sentence, end; /* the token behind it */
} bp_spoken;

/* A clock time of a known day: "at 2:30 p.m. on Friday". */
typedef struct bp_spoken_clock {
    bool known;
    bool exact; /* false: "that evening", or the time at which a page was made */
    int32_t day;
    int64_t minute;         /* counted from 1970-01-01 */
    char zone[8];           /* "+02:00", "Z" or "" */
    uint32_t sentence, end; /* the token behind it */
} bp_spoken_clock;

typedef struct bp_timeline {
    const bp_grammar *words;
    const bp_document *document;
    bool known;             /* is there a reference day? */
    int32_t today;          /* the reference day, counted from 1970-01-01 */
    int32_t written;        /* the day that the report calls today: its dateline's, or the same */
    bp_day_order order;     /* is 3/4 the third of April? */
    bp_spoken spoken;       /* the date spoken of last */
    bp_spoken day;          /* the last one that was a day */
    bp_spoken past_day;     /* the last one that was a day not after the reference date */
    bp_spoken recent_day;   /* the last one that was a day of the last week */
    bp_spoken story;        /* the last one, if it was longer than a week ago: a story may go on there */
    bool in_story;          /* ... and a weekday of the story was told since */
    bp_spoken before_aside; /* what `day` was before an aside, "broke down a day earlier" */
    bool aside;             /* is `day` an aside? */
    bp_spoken quarter;      /* the last one that was a quarter */
    bp_spoken_clock clock;  /* the last clock time */
    bp_spoken_clock told;   /* the last one whose day was said with it: "that evening" does not end what it told of */
    bp_spoken_clock entry;  /* the last one that opened its paragraph, as the entries of a live log do */
    bool twelve_hours;      /* does the text write "a.m." and "p.m."? */
    int32_t from, to;       /* the last stretch of a few days: "19 to 25 February"; to < from: none */
    uint32_t far_run;       /* how many of the last dates lay far from the reference date, one behind the other */
    bool many_months;       /* ... but half a year or more was spoken of since */
} bp_timeline;

/* What an expression means on the calendar. */
typedef struct bp_placed {
    bool known; /* `period` is right; otherwise `symbol` is the value */
    bool range; /* up to the end of `until` */
    bp_period period, until;
    char symbol[40];  /* "XXXX-05-31", "PAST_REF" ... */
    const char *how;  /* in a reader's words: "weekday in the past tense" */
    const char *from; /* what it is counted from: "the reference date", "the date spoken of last"; or NULL */
    int32_t counted;  /* ... and the day that this is */
    float score;
} bp_placed;

/* Days from the reference date at which a text tells of another time, and those within which a report stays;
 * the longest stretch whose days are told by their weekdays. */
enum { BP_NARRATIVE_DAYS = 550, BP_RECENT_DAYS = 12, BP_LAST_WEEK = 7, BP_STRETCH_DAYS = 14 };

/* Keeps what was placed as the date spoken of last, or as its stretch of days. `range`: it only begins there. */
void bp_remember(bp_timeline *timeline, const bp_reading *reading, bp_period period, bool range);
void bp_remember_stretch(bp_timeline *timeline, const bp_placed *placed);

/* Small tools of placing. */
bp_placed bp_placed_at(bp_period period, const char *how, float score);
bp_placed bp_placed_symbol(const char *symbol, const char *how);
/* Counted from today, or from the date spoken of last. */
bp_placed bp_counted(bp_placed placed, const char *from, int32_t day);
/* The grain of a unit's letters ("W"); false for hours and the like. */
bool bp_unit_grain(const char *unit, bp_grain *grain);
/* The day spoken of last; in the past tense not one that is still to come. */
bp_spoken bp_spoken_day(const bp_timeline *timeline, bp_tense tense);
/* What a unit of that grain is told from: the date spoken of last (of a year no "next day" is told), or today.
 * False: neither is known. */
bool bp_anchor(const bp_timeline *timeline, bp_grain grain, bp_spoken *anchor, const char **name);
/* -1, 0 or 1: "last", "this", "next". */
int bp_which_step(const char *which);
/* "that", "the following", "the previous"? */
bool bp_is_told_from_spoken(const char *which);
/* The step of "last week", "the year before"; `spoken`: it is told from the date spoken of last. */
int bp_told_step(const bp_expression *e, bool *spoken);
/* The period of that grain around the anchor's day, `step` of them on. */
bp_placed bp_step_from(bp_spoken anchor, const char *name, bp_grain grain, int64_t step);
/* The year that a year of two digits is near to. */
int bp_near_year(const bp_timeline *timeline);
int bp_written_year(const bp_timeline *timeline, const bp_expression *e, bp_field field);
/* Does the text tell of another time than the reference date's, here? Then `year` is that of the date spoken of last.
 */
bool bp_in_narrative(const bp_timeline *timeline, const bp_expression *e, bool has_day, int *year);

extern const char bp_by_reference[]; /* "the reference date" */

#endif

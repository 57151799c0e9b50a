// The difficulties of quotations, twelve kinds with their parts, and the rule by
// which each is found in a marked article (`marked.mjs`). A rule gives the
// places that it found. What no rule can tell is listed, by reading, in
// tests/difficulties.txt: each line there an article and a quotation of it.

const PRONOUN = /^(?:he|she|they|it)$/i;
const ALONE = /^(?:I|we|you|who|which|that|those|some|others|both|all|many|one)$/i;
const PAIRS = { '“': '”', '‘': '’', '«': '»', '»': '«', '‹': '›', '„': '“', '‚': '‘', '「': '」', '"': '"', "'": "'", "''": "''", '``': "''" };
const DOCUMENT = /\b(?:report|statement|letter|study|paper|notice|sign|plate|plaque|poster|post|tweet|note|document|filing|ruling|finding|judgment|memo|email|e-mail|card|label|leaflet|message|review|announcement|caption|inscription|bulletin|manual|verdict|indictment|complaint|survey|audit|release|book|headline)\b/i;
const OPENING = /^(?:''|``|[“”‘’«»‹›„‚「"'])/;
const CLOSING = /(?:''|[“”‘’«»‹›」"'])$/;
const STRETCH = /“([^“”]+)”|"([^"\n]+)"|«([^«»]+)»|„([^„“”]+)[“”]|(?<![\p{L}\d.,])‘((?:[^‘’]|’(?=\p{L}))+)’(?!\p{L})|(?<![\p{L}\d.,])'((?:[^'\n]|'(?=\p{L}))+)'(?![\p{L}'])/gu;

const overlaps = (one, other) => one.start < other.end && other.start < one.end;
const inside = (one, other) => one.start >= other.start && one.end <= other.end && one.end - one.start < other.end - other.start;
const words = (text) => text.split(/\s+/).filter((word) => /[\p{L}\d]/u.test(word)).length;
const named = (quote) => quote.speaker !== 'none';

/** An article with what the rules ask of it. */
class Reading {
  constructor(article) {
    Object.assign(this, article);
    this.pieces = this.quotes.flatMap((quote) => quote.pieces.map((piece) => ({ ...piece, quote })));
    this.marked = this.quotes.filter((quote) => quote.type !== 'indirect');
  }

  of(span) { return span ? this.text.slice(span.start, span.end) : ''; }
  source(quote) { return this.of(quote.source); }
  cue(quote) { return this.of(quote.cue); }
  first(quote) { return this.of(quote.pieces[0]); }
  before(span, length) { return this.text.slice(Math.max(0, span.start - length), span.start); }
  after(span, length) { return this.text.slice(span.end, span.end + length); }
  block(span) { return this.blocks.find((block) => span.start >= block.start && span.end <= block.end); }
  gaps(quote) { return quote.pieces.slice(1).map((piece, at) => ({ start: quote.pieces[at].end, end: piece.start })); }
  namesIn(span, type) { return this.names.filter((name) => name.tag === type && name.start >= span.start && name.end <= span.end); }
  blocksOf(quote) { return this.blocks.filter((block) => quote.pieces.some((piece) => overlaps(block, piece))).length; }

  /** Stretches in marks that are no quotation's, nor inside one. */
  stretches() {
    return [...this.text.matchAll(STRETCH)]
      .map((match) => ({ start: match.index, end: match.index + match[0].length, words: match.slice(1).find(Boolean) }))
      .filter((stretch) => !this.pieces.some((piece) => overlaps(piece, stretch)) && this.block(stretch)?.tag !== 'furniture');
  }

  /** Cue and source follow the first piece, in this order and side by side. */
  inverted(quote) {
    const { cue, source } = quote;
    return cue && source && cue.start < source.start && source.start - cue.end <= 2 && quote.pieces[0].end <= cue.start && /^[\p{Ll} ]+$/u.test(this.of(cue));
  }

  single(piece) { return /^[‘']/.test(this.of(piece)) && !/^''/.test(this.of(piece)); }
}

const each = (test) => (reading) => reading.quotes.filter((quote) => test(quote, reading)).map((quote) => quote.id);
const eachMarked = (test) => (reading) => reading.marked.filter((quote) => test(quote, reading)).map((quote) => quote.id);
const stretches = (test) => (reading) => reading.stretches().filter((stretch) => test(stretch, reading)).map((stretch) => stretch.words);
const cued = (pattern) => each((quote, reading) => pattern.test(reading.cue(quote)));
const style = (pattern) => (reading) => reading.pieces.filter((piece) => piece.quote.type !== 'indirect' && pattern.test(reading.of(piece))).map((piece) => reading.of(piece).slice(0, 40));
const ofType = (type) => each((quote, reading) => named(quote) && reading.names.some((name) => name.tag === type && reading.of(name) === quote.speaker)
  && !reading.names.some((name) => name.tag === 'person' && reading.of(name) === quote.speaker));

export const difficulties = [
  ['1 split in a sentence', 'a piece that ends in a comma, and one behind it that goes on in lower case in the same paragraph',
    eachMarked((quote, reading) => reading.gaps(quote).some((gap) => /,\S{1,2}$/.test(reading.before(gap, 3)) && /,\s*$/.test(reading.of(gap)) && /^\S{1,2}\p{Ll}/u.test(reading.after(gap, 3))))],
  ['1 split over sentences', 'a full stop in the gap, and no new paragraph',
    eachMarked((quote, reading) => reading.gaps(quote).some((gap) => /\.\s*$/.test(reading.of(gap)) && !reading.of(gap).includes('\n')))],
  ['1 split by a descriptive clause', 'a gap of at least six words more than cue and source',
    eachMarked((quote, reading) => reading.gaps(quote).some((gap) => !reading.of(gap).includes('\n')
      && words(reading.of(gap)) >= 6 + [quote.cue, quote.source].reduce((sum, span) => sum + (span && inside(span, gap) ? words(reading.of(span)) : 0), 0)))],
  ['2 pronoun', 'the source is he, she, they or it, the speaker is named',
    each((quote, reading) => named(quote) && PRONOUN.test(reading.source(quote)))],
  ['2 pronoun over paragraphs', 'such a pronoun, and the speaker\'s last word not before it in its paragraph',
    each((quote, reading) => named(quote) && PRONOUN.test(reading.source(quote))
      && !reading.text.slice(reading.block(quote.source).start, quote.source.start).includes(quote.speaker.split(' ').at(-1)))],
  ['2 pronoun with two candidates of one gender', 'by reading', 'listed'],
  ['3 one to three words that are no quotation', 'a stretch in marks outside quotations, so long', stretches(({ words: within }) => words(within) <= 3)],
  ['3 four to nine words that are no quotation', 'likewise', stretches(({ words: within }) => words(within) >= 4 && words(within) <= 9)],
  ['3 titles in marks', 'such a stretch that holds a work', stretches((stretch, reading) => reading.namesIn(stretch, 'work').length > 0)],
  ['3 nicknames', 'such a stretch inside a person\'s name', stretches((stretch, reading) => reading.names.some((name) => name.tag === 'person' && inside(stretch, name)))],
  ['3 words as words', 'such a stretch behind word, phrase, term, name, called, known as, means, spelt',
    stretches((stretch, reading) => /\b(?:words?|phrase|term|name|nickname|called|calls?|known as|dubbed|means?|spelt|labelled|letters?|pronounced)\s+$/.test(reading.before(stretch, 20)))],
  ['3 scare quotes', 'such a stretch of one to three words without a capital, with none of these before it',
    stretches((stretch, reading) => words(stretch.words) <= 3 && /^[\p{Ll} -]+$/u.test(stretch.words) && !/\b(?:words?|phrase|term|name|called|known as|means?|spelt)\s+$/.test(reading.before(stretch, 20)))],
  ['4 verb first, behind a comma', 'the first piece ends in a comma, then cue and source',
    eachMarked((quote, reading) => reading.inverted(quote) && /,\S{1,2}$/.test(reading.first(quote)))],
  ['4 verb first, then a new sentence in marks', 'cue and source, a full stop, a piece that opens a sentence',
    eachMarked((quote, reading) => reading.inverted(quote) && reading.gaps(quote).some((gap) => gap.start <= quote.cue.start && /\.\s*$/.test(reading.of(gap))))],
  ['5 apposition', 'a comma in the source and a name before it',
    each((quote, reading) => named(quote) && /^[^,]*\p{Lu}[^,]*, (?:a|an|the|its|his|her|their|one|\p{Ll}{4,})\b/u.test(reading.source(quote)) && !/, who/.test(reading.source(quote)))],
  ['5 brackets', 'a bracket behind the name, in the source or next to it',
    each((quote, reading) => /\p{Lu}.*\(/u.test(reading.source(quote)) || (quote.source && /^ \(/.test(reading.after(quote.source, 2))))],
  ['5 relative clause', 'who, whose or which in the source',
    each((quote, reading) => /, (?:who|whose|which)\b/.test(reading.source(quote)))],
  ['5 age or party', 'a number between commas in the source', each((quote, reading) => /, \d\d\b/.test(reading.source(quote)))],
  ['6 common-noun speakers', 'a source without a name that is no pronoun, and no speaker\'s name',
    each((quote, reading) => !named(quote) && quote.source && !PRONOUN.test(reading.source(quote)) && !ALONE.test(reading.source(quote)) && reading.namesIn(quote.source, 'person').length === 0)],
  ['6 a role noun for a person named elsewhere', 'a source in lower case without a capital, no pronoun, and a speaker\'s name',
    each((quote, reading) => named(quote) && /^(?:The|A|An|Her|His|Its|Their)? ?[\p{Ll} ’'-]+$/u.test(reading.source(quote)) && !PRONOUN.test(reading.source(quote)) && !ALONE.test(reading.source(quote)))],
  ['6 no source', 'a quotation in marks with neither source nor speaker', eachMarked((quote) => !named(quote) && !quote.source)],
  ['7 no cue, same paragraph', 'a speaker but no cue and no source, and a speaker named or quoted in the paragraph',
    eachMarked((quote, reading) => named(quote) && !quote.cue && !quote.source && reading.first(quote) !== reading.of(reading.block(quote.pieces[0])))],
  ['7 a paragraph in marks alone', 'the whole block is a piece, without cue or source in it',
    (reading) => reading.pieces.filter((piece) => piece.quote.type !== 'indirect' && named(piece.quote) && reading.of(piece) === reading.of(reading.block(piece))).map((piece) => piece.quote.id)],
  ['7 name and colon', 'the source opens the paragraph and a colon stands behind it',
    each((quote, reading) => quote.source && reading.block(quote.source).start === quote.source.start && /^:/.test(reading.after(quote.source, 1)))],
  ['7 name behind a dash', 'a dash is the cue, or stands between the last piece and the source',
    eachMarked((quote, reading) => quote.source && quote.source.start >= quote.pieces.at(-1).end && /^[\s–—-]*[–—-][\s–—-]*$/.test(reading.text.slice(quote.pieces.at(-1).end, quote.source.start)))],
  ['8 rare cues', 'a cue that is none of said, says, say, told, added and the colon',
    each((quote, reading) => quote.cue && !/^(?:said|says?|told|added|:|–|—|-)$/.test(reading.cue(quote)))],
  ['8 a colon as the cue', 'the cue is a colon', cued(/^:$/)],
  ['8 according to', 'the cue is according to', cued(/^according to$/i)],
  ['8 in a statement', 'statement stands within forty letters of the cue', each((quote, reading) => quote.cue && /\bstatement\b/.test(reading.before(quote.cue, 40) + reading.after(quote.cue, 40)))],
  ['8 tweeted, posted, wrote, reads', 'a verb of writing is the cue', cued(/^(?:tweet|post|wr[io]t|read)/)],
  ['8 testified, insisted and their like', 'testify, insist, warn, argue, claim, deny, admit is the cue', cued(/^(?:testif|insist|warn|argu|claim|den[iy]|admit|concede|acknowledg)/)],
  ['9 marks “ ”', 'a piece in them', style(/^“/)],
  ['9 marks " "', 'a piece in them', style(/^"/)],
  ['9 marks \'\' \'\'', 'a piece between two apostrophes twice, or between grave accents and them', style(/^(?:''|``)/)],
  ['9 marks ‘ ’', 'a piece in them', style(/^‘/)],
  ['9 marks \' \'', 'a piece in them', style(/^'(?!')/)],
  ['9 marks « »', 'a piece in them, either way round', style(/^[«»]/)],
  ['9 marks ‹ ›', 'a piece in them', style(/^[‹›]/)],
  ['9 marks „ “', 'a piece in them', style(/^„/)],
  ['9 marks 「 」', 'a piece in them', style(/^「/)],
  ['9 never closed', 'an opening mark, no closing one, and no further piece in the next paragraph',
    (reading) => reading.pieces.filter((piece) => piece.quote.type !== 'indirect' && OPENING.test(reading.of(piece)) && !CLOSING.test(reading.of(piece)) && piece.quote.pieces.at(-1).start === piece.start).map((piece) => piece.quote.id)],
  ['9 wrong-way or mixed marks', 'a piece whose closing mark is not its opening mark\'s',
    (reading) => reading.pieces.filter((piece) => {
      const opening = OPENING.exec(reading.of(piece))?.[0]; const closing = CLOSING.exec(reading.of(piece))?.[0];
      return piece.quote.type !== 'indirect' && opening && closing && PAIRS[opening] !== closing && !(opening === '„' && closing === '”');
    }).map((piece) => piece.quote.id)],
  ['9 apostrophes beside single quotes', 'a piece in single marks with an apostrophe inside it or within forty letters of it',
    (reading) => reading.pieces.filter((piece) => piece.quote.type !== 'indirect' && reading.single(piece)
      && /\p{L}[’']\p{L}|[’']\d\ds|s[’'] |[’'](?:Tis|n)\b/u.test(reading.before(piece, 40) + reading.of(piece).slice(1, -1) + reading.after(piece, 40))).map((piece) => piece.quote.id)],
  ['9 over paragraphs', 'a quotation in several blocks, the next opening with its mark again',
    eachMarked((quote, reading) => reading.blocksOf(quote) > 1 && reading.gaps(quote).some((gap) => /^\s*\n\s*$/.test(reading.of(gap)) && !CLOSING.test(reading.before(gap, 2))))],
  ['10 single inside double', 'single marks inside a piece in double marks', style(/^["“«][^]*[‘'][^‘’']+[’'][,.?!…]*[^]*["”»]$/)],
  ['10 a speaker quoting another', 'a quotation with its own source inside a piece of another',
    each((quote, reading) => quote.type !== 'indirect' && reading.pieces.some((piece) => piece.quote !== quote && inside(quote.pieces[0], piece)))],
  ['11 what is not said', 'a verb of showing, thinking, hoping or seeming with that or to behind it, outside quotations',
    (reading) => [...reading.text.matchAll(/\b(?:show(?:s|ed)?|suggest(?:s|ed)?|appear(?:s|ed)?|seem(?:s|ed)?|hope[sd]?|believe[sd]?|thinks?|thought|fear(?:s|ed)?|expect(?:s|ed)?|wants?|wanted|knows?|knew|means?|meant|proves?|proved) (?:that|to)\b/g)]
      .filter((match) => !reading.pieces.some((piece) => match.index + match[0].length > piece.start && match.index < piece.end)
        && !reading.quotes.some((quote) => quote.cue && overlaps(quote.cue, { start: match.index, end: match.index + match[0].length }))).map((match) => match[0])],
  ['12 organizations that speak', 'the speaker is an organization\'s name', ofType('organization')],
  ['12 countries and places that speak', 'the speaker is a place\'s name', ofType('place')],
  ['12 documents that speak', 'the speaker is a work\'s or a law\'s name, or the source a paper or a sign of some kind and no person',
    (reading) => [...new Set([...ofType('work')(reading), ...ofType('law')(reading),
      ...each((quote) => quote.source && DOCUMENT.test(reading.source(quote)) && reading.namesIn(quote.source, 'person').length === 0)(reading)])]],
  ['12 surname for the full name', 'the source\'s one name is the last word of a longer speaker\'s name',
    each((quote, reading) => quote.source && quote.speaker.includes(' ') && reading.namesIn(quote.source, 'person').some((name) => quote.speaker.endsWith(` ${reading.of(name)}`)))],
  ['12 misspelt repeats', 'by reading', 'listed'],
];

/**
 * @param {object} article as `readMarked` gives it, with its id
 * @returns {Map<string, string[]>} for each difficulty that has a rule, the places found
 */
export function findDifficulties(article) {
  const reading = new Reading(article);
  return new Map(difficulties.filter(([, , rule]) => rule !== 'listed').map(([name, , rule]) => [name, rule(reading)]));
}
